-- AlterTable
ALTER TABLE "school_entry_version" ADD COLUMN     "approved_at" TIMESTAMPTZ,
ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "replaces" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "child" ADD COLUMN     "phone" TEXT;

-- CreateTable
CREATE TABLE "roster_import" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "person_id" UUID,
    "file_name" TEXT,
    "state" TEXT NOT NULL,
    "why" TEXT,
    "content" JSONB,
    "done" JSONB,
    "counts" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL,
    "taken_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_import_school_id_created_at_idx" ON "roster_import"("school_id", "created_at");

-- AddForeignKey
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

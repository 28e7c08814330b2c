-- AlterTable
ALTER TABLE "channel_state" ADD COLUMN     "caught_up_at" TIMESTAMPTZ,
ADD COLUMN     "deaf_at" TIMESTAMPTZ;

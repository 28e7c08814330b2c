-- AlterTable
ALTER TABLE "checkin_version" ADD COLUMN     "reason" TEXT;

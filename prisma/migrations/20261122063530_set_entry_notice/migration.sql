-- AlterTable
ALTER TABLE "school_setting" ADD COLUMN     "entry_notice_days" INTEGER NOT NULL DEFAULT 7;

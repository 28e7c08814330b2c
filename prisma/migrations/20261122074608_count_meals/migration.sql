-- AlterTable
ALTER TABLE "school_setting" ADD COLUMN     "meals" INTEGER DEFAULT 1,
ADD COLUMN     "milk_boxes" INTEGER,
ADD COLUMN     "ward" TEXT;

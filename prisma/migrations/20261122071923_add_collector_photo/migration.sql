-- AlterTable
ALTER TABLE "outbound" ADD COLUMN     "photo_of" UUID;

-- CreateTable
CREATE TABLE "collector_photo" (
    "collector_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "collector_photo_pkey" PRIMARY KEY ("collector_id")
);

-- CreateIndex
CREATE INDEX "collector_photo_school_id_idx" ON "collector_photo"("school_id");

-- AddForeignKey
ALTER TABLE "collector_photo" ADD CONSTRAINT "collector_photo_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collector_photo" ADD CONSTRAINT "collector_photo_collector_id_fkey" FOREIGN KEY ("collector_id") REFERENCES "collector"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "outbound" ADD COLUMN     "file_id" UUID;

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zalo_upload" (
    "app_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "zalo_upload_pkey" PRIMARY KEY ("app_id","sha256")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "whose" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "asked_by" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "erased_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_file_used_at_idx" ON "stored_file"("used_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_school_id_sha256_name_key" ON "stored_file"("school_id", "sha256", "name");

-- CreateIndex
CREATE INDEX "zalo_upload_uploaded_at_idx" ON "zalo_upload"("uploaded_at");

-- CreateIndex
CREATE INDEX "erasure_school_id_erased_at_idx" ON "erasure"("school_id", "erased_at");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

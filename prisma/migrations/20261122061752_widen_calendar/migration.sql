-- DropIndex
DROP INDEX "calendar_feed_token_key";

-- AlterTable
ALTER TABLE "calendar_event" ADD COLUMN     "age_groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "approved" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "class_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "end_time" TEXT,
ADD COLUMN     "last_day" DATE,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'template',
ADD COLUMN     "source_key" TEXT,
ADD COLUMN     "start_time" TEXT;

-- What has a day and was not tentative had its day from the office, or has it every year.
UPDATE "calendar_event" SET "approved" = "day" IS NOT NULL AND NOT "tentative";

-- AlterTable
ALTER TABLE "calendar_event" DROP COLUMN "tentative";

-- AlterTable
ALTER TABLE "calendar_feed" DROP CONSTRAINT "calendar_feed_pkey",
ADD COLUMN     "class_id" UUID,
ADD CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("token");

-- AlterTable
ALTER TABLE "closure" DROP CONSTRAINT "closure_pkey",
ADD COLUMN     "scope" TEXT NOT NULL DEFAULT 'school',
ADD CONSTRAINT "closure_pkey" PRIMARY KEY ("school_id", "day", "scope");

-- CreateTable
CREATE TABLE "school_term" (
    "school_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "first_term_ends" DATE NOT NULL,
    "second_term_from" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "school_term_pkey" PRIMARY KEY ("school_id","school_year")
);

-- CreateTable
CREATE TABLE "calendar_rule" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "audience" TEXT[],
    "class_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "age_groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rhythm" JSONB NOT NULL,
    "start_time" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "calendar_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_import" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "person_id" UUID,
    "source" TEXT NOT NULL,
    "file_name" TEXT,
    "state" TEXT NOT NULL DEFAULT 'shown',
    "rows" JSONB NOT NULL,
    "before" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL,
    "taken_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "calendar_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_rule_school_id_number_key" ON "calendar_rule"("school_id", "number");

-- CreateIndex
CREATE INDEX "calendar_import_school_id_created_at_idx" ON "calendar_import"("school_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_event_school_id_source_key_key" ON "calendar_event"("school_id", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_school_id_reader_class_id_key" ON "calendar_feed"("school_id", "reader", "class_id");

-- AddForeignKey
ALTER TABLE "school_term" ADD CONSTRAINT "school_term_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_rule" ADD CONSTRAINT "calendar_rule_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_import" ADD CONSTRAINT "calendar_import_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

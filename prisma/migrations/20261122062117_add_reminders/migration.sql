-- DropIndex
DROP INDEX "identity_person_school_id_idx";

-- AlterTable
ALTER TABLE "calendar_event" ADD COLUMN     "number" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "school_setting" ADD COLUMN     "quiet_from" TEXT NOT NULL DEFAULT '21:00',
ADD COLUMN     "quiet_to" TEXT NOT NULL DEFAULT '06:30',
ADD COLUMN     "rest_from" TEXT NOT NULL DEFAULT '11:30',
ADD COLUMN     "rest_to" TEXT NOT NULL DEFAULT '13:30',
ADD COLUMN     "seen_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "days_before" INTEGER NOT NULL,
    "school_days" BOOLEAN NOT NULL,
    "time" TEXT,
    "latest" TEXT,
    "roles" TEXT[],
    "class_ids" TEXT[],
    "age_groups" TEXT[],
    "condition" TEXT,
    "text_vi" TEXT,
    "text_en" TEXT,
    "channel" TEXT,
    "required" TEXT,
    "confirm" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_run" (
    "reminder_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "school_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "next_at" TIMESTAMPTZ,
    "done_at" TIMESTAMPTZ,
    "dropped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "reminder_run_pkey" PRIMARY KEY ("reminder_id","day")
);

-- CreateTable
CREATE TABLE "reminder_receipt" (
    "reminder_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "reminder_receipt_pkey" PRIMARY KEY ("reminder_id","day","person_id")
);

-- CreateTable
CREATE TABLE "event_confirmation" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "event_confirmation_pkey" PRIMARY KEY ("event_id","person_id")
);

-- CreateTable
CREATE TABLE "preference" (
    "identity_id" UUID NOT NULL,
    "off" TEXT[],
    "quiet_from" TEXT,
    "quiet_to" TEXT,
    "digest_at" TEXT,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("identity_id")
);

-- CreateIndex
CREATE INDEX "reminder_school_id_state_idx" ON "reminder"("school_id", "state");

-- CreateIndex
CREATE INDEX "reminder_event_id_idx" ON "reminder"("event_id");

-- CreateIndex
CREATE INDEX "reminder_run_school_id_done_at_idx" ON "reminder_run"("school_id", "done_at");

-- CreateIndex
CREATE INDEX "reminder_receipt_school_id_idx" ON "reminder_receipt"("school_id");

-- CreateIndex
CREATE INDEX "event_confirmation_school_id_idx" ON "event_confirmation"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_event_number_key" ON "calendar_event"("number");

-- CreateIndex
CREATE INDEX "identity_person_school_id_identity_id_idx" ON "identity_person"("school_id", "identity_id");

-- CreateIndex
CREATE INDEX "identity_person_person_id_idx" ON "identity_person"("person_id");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "calendar_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_run" ADD CONSTRAINT "reminder_run_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_receipt" ADD CONSTRAINT "reminder_receipt_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_confirmation" ADD CONSTRAINT "event_confirmation_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_confirmation" ADD CONSTRAINT "event_confirmation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "calendar_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preference" ADD CONSTRAINT "preference_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What went out before this stays sent.
INSERT INTO "reminder_run" ("reminder_id", "day", "school_id", "due_at", "done_at")
SELECT split_part("key", '/', 3)::uuid, split_part("key", '/', 4)::date, "school_id", "due_at", "done_at"
FROM "due_task" WHERE "key" LIKE 'reminder/%' ON CONFLICT DO NOTHING;

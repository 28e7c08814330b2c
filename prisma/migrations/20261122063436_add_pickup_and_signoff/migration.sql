-- AlterTable
ALTER TABLE "school" ADD COLUMN     "pickup_time" TEXT NOT NULL DEFAULT '16:15';

-- CreateTable
CREATE TABLE "drop_off_note" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_medicine" BOOLEAN NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,
    "told_at" TIMESTAMPTZ,
    "seen_by" UUID,
    "seen_at" TIMESTAMPTZ,
    "withdrawn_at" TIMESTAMPTZ,

    CONSTRAINT "drop_off_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_note" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,

    CONSTRAINT "day_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_line" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "facts" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "shown_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "day_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collector" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ask_id" UUID NOT NULL,
    "phone_end" TEXT,
    "added_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "collector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pickup_change" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "ask_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "adult" TEXT NOT NULL,
    "collector_id" UUID,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "card_at" TIMESTAMPTZ,
    "others_told_at" TIMESTAMPTZ,
    "ending" TEXT,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "pickup_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pickup_worry" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "pickup_worry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "adult" TEXT NOT NULL,
    "change_id" UUID,
    "collector_id" UUID,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "drop_off_note_school_id_day_idx" ON "drop_off_note"("school_id", "day");

-- CreateIndex
CREATE INDEX "drop_off_note_child_id_day_idx" ON "drop_off_note"("child_id", "day");

-- CreateIndex
CREATE INDEX "day_note_school_id_day_idx" ON "day_note"("school_id", "day");

-- CreateIndex
CREATE INDEX "day_note_child_id_day_idx" ON "day_note"("child_id", "day");

-- CreateIndex
CREATE INDEX "day_line_child_id_day_idx" ON "day_line"("child_id", "day");

-- CreateIndex
CREATE INDEX "day_line_school_id_day_idx" ON "day_line"("school_id", "day");

-- CreateIndex
CREATE INDEX "collector_school_id_idx" ON "collector"("school_id");

-- CreateIndex
CREATE INDEX "collector_child_id_idx" ON "collector"("child_id");

-- CreateIndex
CREATE INDEX "pickup_change_school_id_day_idx" ON "pickup_change"("school_id", "day");

-- CreateIndex
CREATE INDEX "pickup_change_child_id_day_idx" ON "pickup_change"("child_id", "day");

-- CreateIndex
CREATE INDEX "pickup_change_ask_id_idx" ON "pickup_change"("ask_id");

-- CreateIndex
CREATE INDEX "pickup_worry_school_id_day_idx" ON "pickup_worry"("school_id", "day");

-- CreateIndex
CREATE INDEX "handover_school_id_day_idx" ON "handover"("school_id", "day");

-- CreateIndex
CREATE INDEX "handover_child_id_day_idx" ON "handover"("child_id", "day");

-- AddForeignKey
ALTER TABLE "drop_off_note" ADD CONSTRAINT "drop_off_note_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drop_off_note" ADD CONSTRAINT "drop_off_note_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_note" ADD CONSTRAINT "day_note_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_note" ADD CONSTRAINT "day_note_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_line" ADD CONSTRAINT "day_line_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_line" ADD CONSTRAINT "day_line_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collector" ADD CONSTRAINT "collector_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collector" ADD CONSTRAINT "collector_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pickup_change" ADD CONSTRAINT "pickup_change_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pickup_change" ADD CONSTRAINT "pickup_change_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pickup_worry" ADD CONSTRAINT "pickup_worry_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pickup_worry" ADD CONSTRAINT "pickup_worry_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT 'question';

-- CreateTable
CREATE TABLE "school_setting" (
    "school_id" UUID NOT NULL,
    "entries_version" INTEGER NOT NULL DEFAULT 0,
    "office_hours" TEXT[] DEFAULT ARRAY['07:30-11:30', '13:30-17:00']::TEXT[],
    "milk_price" INTEGER,

    CONSTRAINT "school_setting_pkey" PRIMARY KEY ("school_id")
);

-- CreateTable
CREATE TABLE "school_entry" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_in" INTEGER NOT NULL,

    CONSTRAINT "school_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_entry_version" (
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "text_vi" TEXT NOT NULL,
    "text_en" TEXT,
    "asks" TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "said_on" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "school_entry_version_pkey" PRIMARY KEY ("entry_id","version")
);

-- CreateTable
CREATE TABLE "asked_question" (
    "school_id" UUID NOT NULL,
    "wording" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answered_by" TEXT[],
    "asked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "asked_question_pkey" PRIMARY KEY ("school_id","wording")
);

-- CreateTable
CREATE TABLE "handoff" (
    "question_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,
    "answered_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "handoff_pkey" PRIMARY KEY ("question_id")
);

-- CreateIndex
CREATE INDEX "school_entry_school_id_changed_in_idx" ON "school_entry"("school_id", "changed_in");

-- CreateIndex
CREATE UNIQUE INDEX "school_entry_school_id_number_key" ON "school_entry"("school_id", "number");

-- CreateIndex
CREATE INDEX "asked_question_school_id_asked_at_idx" ON "asked_question"("school_id", "asked_at");

-- CreateIndex
CREATE INDEX "handoff_school_id_closed_at_idx" ON "handoff"("school_id", "closed_at");

-- CreateIndex
CREATE INDEX "handoff_identity_id_closed_at_idx" ON "handoff"("identity_id", "closed_at");

-- AddForeignKey
ALTER TABLE "school_setting" ADD CONSTRAINT "school_setting_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_entry" ADD CONSTRAINT "school_entry_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_entry_version" ADD CONSTRAINT "school_entry_version_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "school_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asked_question" ADD CONSTRAINT "asked_question_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

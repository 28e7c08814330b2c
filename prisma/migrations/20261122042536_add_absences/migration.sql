-- AlterTable
ALTER TABLE "school" ADD COLUMN     "answer_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "cut_off_time" TEXT NOT NULL DEFAULT '08:45',
ADD COLUMN     "deputy_call_time" TEXT NOT NULL DEFAULT '08:30',
ADD COLUMN     "first_call_time" TEXT NOT NULL DEFAULT '07:45',
ADD COLUMN     "meal_cut_off_time" TEXT,
ADD COLUMN     "office_call_time" TEXT NOT NULL DEFAULT '08:45',
ADD COLUMN     "second_call_time" TEXT NOT NULL DEFAULT '08:15';

-- CreateTable
CREATE TABLE "absence_notice" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "meaning" JSONB NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "absence_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "school_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "symptoms" TEXT[],
    "late_at" TEXT,
    "announced_at" TIMESTAMPTZ NOT NULL,
    "cancelled_at" TIMESTAMPTZ,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("child_id","day")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ,
    "office_told_at" TIMESTAMPTZ,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_notice_school_id_idx" ON "absence_notice"("school_id");

-- CreateIndex
CREATE INDEX "absence_school_id_day_idx" ON "absence"("school_id", "day");

-- CreateIndex
CREATE INDEX "inquiry_school_id_day_idx" ON "inquiry"("school_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_child_id_day_key" ON "inquiry"("child_id", "day");

-- AddForeignKey
ALTER TABLE "absence_notice" ADD CONSTRAINT "absence_notice_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "absence_notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

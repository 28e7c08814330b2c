-- AlterTable
ALTER TABLE "checkin_version" ADD COLUMN     "line_id" UUID,
ADD COLUMN     "message_id" TEXT;

-- CreateTable
CREATE TABLE "arrangement" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "class_id" UUID NOT NULL,
    "host_id" UUID,
    "person_id" UUID,
    "days" DATE[],
    "text" TEXT NOT NULL,
    "said_by" UUID NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,

    CONSTRAINT "arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting_change" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "source" TEXT NOT NULL,
    "person_id" UUID,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "setting_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "early_leave" (
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "school_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "leave_at" TEXT,
    "announced_at" TIMESTAMPTZ NOT NULL,
    "cancelled_at" TIMESTAMPTZ,

    CONSTRAINT "early_leave_pkey" PRIMARY KEY ("child_id","day")
);

-- CreateTable
CREATE TABLE "refused_line" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "class_id" UUID,
    "day" DATE NOT NULL,
    "why" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "refused_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "arrangement_school_id_withdrawn_at_idx" ON "arrangement"("school_id", "withdrawn_at");

-- CreateIndex
CREATE INDEX "setting_change_school_id_changed_at_idx" ON "setting_change"("school_id", "changed_at");

-- CreateIndex
CREATE INDEX "early_leave_school_id_day_idx" ON "early_leave"("school_id", "day");

-- CreateIndex
CREATE INDEX "refused_line_school_id_day_idx" ON "refused_line"("school_id", "day");

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting_change" ADD CONSTRAINT "setting_change_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "early_leave" ADD CONSTRAINT "early_leave_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "early_leave" ADD CONSTRAINT "early_leave_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "early_leave" ADD CONSTRAINT "early_leave_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "absence_notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_line" ADD CONSTRAINT "refused_line_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

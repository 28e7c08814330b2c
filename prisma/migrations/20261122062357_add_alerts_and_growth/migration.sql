-- AlterTable
ALTER TABLE "child" ADD COLUMN     "birth_date" DATE,
ADD COLUMN     "sex" TEXT;

-- CreateTable
CREATE TABLE "health_alert" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "child_id" UUID,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "figures" JSONB NOT NULL,
    "told" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "pending" BOOLEAN NOT NULL,
    "raised_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,
    "family_told_at" TIMESTAMPTZ,

    CONSTRAINT "health_alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weighing" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "doubts" JSONB NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "weighing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "weighing_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "grams" INTEGER,
    "millimetres" INTEGER,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("weighing_id","child_id")
);

-- CreateIndex
CREATE INDEX "health_alert_school_id_class_id_last_day_idx" ON "health_alert"("school_id", "class_id", "last_day");

-- CreateIndex
CREATE INDEX "health_alert_school_id_pending_idx" ON "health_alert"("school_id", "pending");

-- CreateIndex
CREATE INDEX "weighing_school_id_class_id_day_idx" ON "weighing"("school_id", "class_id", "day");

-- CreateIndex
CREATE INDEX "measurement_school_id_child_id_day_idx" ON "measurement"("school_id", "child_id", "day");

-- AddForeignKey
ALTER TABLE "health_alert" ADD CONSTRAINT "health_alert_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_alert" ADD CONSTRAINT "health_alert_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_alert" ADD CONSTRAINT "health_alert_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weighing" ADD CONSTRAINT "weighing_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weighing" ADD CONSTRAINT "weighing_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_weighing_id_fkey" FOREIGN KEY ("weighing_id") REFERENCES "weighing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

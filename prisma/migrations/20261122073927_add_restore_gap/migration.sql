-- CreateTable
CREATE TABLE "restore_gap" (
    "school_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ NOT NULL,
    "restored_at" TIMESTAMPTZ NOT NULL,
    "unheard" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "choice" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "done_at" TIMESTAMPTZ,

    CONSTRAINT "restore_gap_pkey" PRIMARY KEY ("school_id","restored_at")
);

-- AddForeignKey
ALTER TABLE "restore_gap" ADD CONSTRAINT "restore_gap_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

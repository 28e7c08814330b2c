-- CreateTable
CREATE TABLE "broadcast" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "roles" TEXT[],
    "class_ids" TEXT[],
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "created_at" TIMESTAMPTZ NOT NULL,
    "held_until" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "urgent_reason" TEXT,

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "school_id" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("school_id","reader")
);

-- CreateIndex
CREATE INDEX "broadcast_school_id_created_at_idx" ON "broadcast"("school_id", "created_at");

-- CreateIndex
CREATE INDEX "broadcast_state_held_until_idx" ON "broadcast"("state", "held_until");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_key" ON "calendar_feed"("token");

-- AddForeignKey
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

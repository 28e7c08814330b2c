-- DropIndex
DROP INDEX "outbound_school_id_idx";

-- CreateTable
CREATE TABLE "console_ticket" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "console_ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "console_session" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "told" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "console_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "console_ticket_code_hash_key" ON "console_ticket"("code_hash");

-- CreateIndex
CREATE INDEX "console_ticket_school_id_idx" ON "console_ticket"("school_id");

-- CreateIndex
CREATE INDEX "console_ticket_identity_id_idx" ON "console_ticket"("identity_id");

-- CreateIndex
CREATE UNIQUE INDEX "console_session_token_hash_key" ON "console_session"("token_hash");

-- CreateIndex
CREATE INDEX "console_session_school_id_idx" ON "console_session"("school_id");

-- CreateIndex
CREATE INDEX "console_session_identity_id_idx" ON "console_session"("identity_id");

-- CreateIndex
CREATE INDEX "outbound_school_id_id_idx" ON "outbound"("school_id", "id");

-- CreateIndex
CREATE INDEX "outbound_school_id_state_id_idx" ON "outbound"("school_id", "state", "id");

-- AddForeignKey
ALTER TABLE "console_ticket" ADD CONSTRAINT "console_ticket_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "console_session" ADD CONSTRAINT "console_session_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "outbound" ADD COLUMN     "delivered_at" TIMESTAMPTZ,
ADD COLUMN     "doubts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "held_until" TIMESTAMPTZ,
ADD COLUMN     "held_why" TEXT,
ADD COLUMN     "seen_at" TIMESTAMPTZ,
ADD COLUMN     "settle_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "send_pace" (
    "key" TEXT NOT NULL,
    "tat" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "send_pace_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "channel_state" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "bulk_held_until" TIMESTAMPTZ,
    "stopped_at" TIMESTAMPTZ,
    "stop_code" INTEGER,
    "probe_at" TIMESTAMPTZ,
    "opened_at" TIMESTAMPTZ,

    CONSTRAINT "channel_state_pkey" PRIMARY KEY ("channel","account")
);

-- CreateIndex
CREATE INDEX "outbound_channel_account_platform_id_idx" ON "outbound"("channel", "account", "platform_id");


-- Which state may follow which, in step with src/features/outbox/message-state.ts: a test tries every pair against both.
ALTER TABLE "outbound" ADD CONSTRAINT "outbound_state_known" CHECK ("state" IN ('planned', 'held', 'sending', 'sent', 'delivered', 'seen', 'failed', 'uncertain', 'cancelled'));

CREATE FUNCTION "outbound_refuse_illegal_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> OLD."state" AND NOT (OLD."state" || ' ' || NEW."state") = ANY (ARRAY[
    'planned sending', 'planned held', 'planned failed', 'planned cancelled',
    'held planned', 'held failed', 'held cancelled',
    'sending planned', 'sending sent', 'sending failed', 'sending uncertain',
    'uncertain planned', 'uncertain sent', 'uncertain delivered', 'uncertain seen', 'uncertain failed',
    'sent delivered', 'sent seen', 'delivered seen',
    'failed planned'
  ]) THEN
    RAISE EXCEPTION 'a message cannot go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "outbound_moves" BEFORE UPDATE OF "state" ON "outbound"
  FOR EACH ROW EXECUTE FUNCTION "outbound_refuse_illegal_move"();

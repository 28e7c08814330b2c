-- CreateTable
CREATE TABLE "school" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "reminder_time" TEXT NOT NULL DEFAULT '07:00',
    "summary_time" TEXT NOT NULL DEFAULT '09:15',
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "age_group" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "roster_name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_teacher" (
    "class_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,

    CONSTRAINT "class_teacher_pkey" PRIMARY KEY ("class_id","person_id")
);

-- CreateTable
CREATE TABLE "guardianship" (
    "child_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,

    CONSTRAINT "guardianship_pkey" PRIMARY KEY ("child_id","person_id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "created_at" TIMESTAMPTZ NOT NULL,
    "introduced_at" TIMESTAMPTZ,
    "last_interacted_at" TIMESTAMPTZ NOT NULL,
    "stopped_at" TIMESTAMPTZ,
    "left_at" TIMESTAMPTZ,
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "codes_blocked_till" TIMESTAMPTZ,
    "session" JSONB,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_person" (
    "identity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "identity_person_pkey" PRIMARY KEY ("identity_id","person_id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "person_id" UUID,
    "child_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "message" JSONB,
    "received_at" TIMESTAMPTZ NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "handled_at" TIMESTAMPTZ,

    CONSTRAINT "inbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound" (
    "id" BIGSERIAL NOT NULL,
    "school_id" UUID,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "choices" JSONB,
    "edits" TEXT,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ NOT NULL,
    "reason" TEXT,
    "platform_id" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sent_at" TIMESTAMPTZ,

    CONSTRAINT "outbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkin" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "checkin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkin_version" (
    "checkin_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ NOT NULL,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "checkin_version_pkey" PRIMARY KEY ("checkin_id","version")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "school_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_event" (
    "id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "template_key" TEXT,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "audience" TEXT[],
    "day" DATE,
    "months" INTEGER[],
    "tentative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "school_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("school_id","day")
);

-- CreateTable
CREATE TABLE "due_task" (
    "key" TEXT NOT NULL,
    "school_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "done_at" TIMESTAMPTZ NOT NULL,
    "detail" JSONB,

    CONSTRAINT "due_task_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "zalo_token" (
    "app_id" TEXT NOT NULL,
    "access_token" TEXT NOT NULL,
    "refresh_token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "refreshed_at" TIMESTAMPTZ NOT NULL,
    "consent_needed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "zalo_token_pkey" PRIMARY KEY ("app_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "class_school_id_code_key" ON "class"("school_id", "code");

-- CreateIndex
CREATE INDEX "child_school_id_idx" ON "child"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "child_class_id_roster_name_key" ON "child"("class_id", "roster_name");

-- CreateIndex
CREATE INDEX "person_school_id_role_idx" ON "person"("school_id", "role");

-- CreateIndex
CREATE INDEX "class_teacher_school_id_idx" ON "class_teacher"("school_id");

-- CreateIndex
CREATE INDEX "guardianship_school_id_idx" ON "guardianship"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_channel_account_chat_key" ON "identity"("channel", "account", "chat");

-- CreateIndex
CREATE INDEX "identity_person_school_id_idx" ON "identity_person"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_code_hash_key" ON "invite"("code_hash");

-- CreateIndex
CREATE INDEX "invite_school_id_idx" ON "invite"("school_id");

-- CreateIndex
CREATE INDEX "inbound_state_channel_account_chat_id_idx" ON "inbound"("state", "channel", "account", "chat", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_channel_account_event_id_key" ON "inbound"("channel", "account", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_key_key" ON "outbound"("key");

-- CreateIndex
CREATE INDEX "outbound_state_next_attempt_at_idx" ON "outbound"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbound_channel_account_chat_state_id_idx" ON "outbound"("channel", "account", "chat", "state", "id");

-- CreateIndex
CREATE INDEX "outbound_school_id_idx" ON "outbound"("school_id");

-- CreateIndex
CREATE INDEX "checkin_school_id_day_idx" ON "checkin"("school_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "checkin_class_id_day_key" ON "checkin"("class_id", "day");

-- CreateIndex
CREATE INDEX "question_school_id_answered_at_idx" ON "question"("school_id", "answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "question_number_key" ON "question"("number");

-- CreateIndex
CREATE INDEX "calendar_event_school_id_day_idx" ON "calendar_event"("school_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_event_school_id_school_year_template_key_key" ON "calendar_event"("school_id", "school_year", "template_key");

-- CreateIndex
CREATE INDEX "due_task_school_id_due_at_idx" ON "due_task"("school_id", "due_at");

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child" ADD CONSTRAINT "child_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child" ADD CONSTRAINT "child_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_teacher" ADD CONSTRAINT "class_teacher_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_teacher" ADD CONSTRAINT "class_teacher_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_person" ADD CONSTRAINT "identity_person_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_person" ADD CONSTRAINT "identity_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkin" ADD CONSTRAINT "checkin_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkin" ADD CONSTRAINT "checkin_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkin_version" ADD CONSTRAINT "checkin_version_checkin_id_fkey" FOREIGN KEY ("checkin_id") REFERENCES "checkin"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_event" ADD CONSTRAINT "calendar_event_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_task" ADD CONSTRAINT "due_task_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "school"("id") ON DELETE CASCADE ON UPDATE CASCADE;

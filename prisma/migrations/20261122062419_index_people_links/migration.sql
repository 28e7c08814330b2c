-- CreateIndex
CREATE INDEX "class_teacher_person_id_idx" ON "class_teacher"("person_id");

-- CreateIndex
CREATE INDEX "guardianship_person_id_idx" ON "guardianship"("person_id");

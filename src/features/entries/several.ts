const fewestWords = 2
const mostQuestions = 4

/** The questions of a message that asks several: its sentences, and what follows "còn" or "với lại" after a comma. One, or none, for others. */
export function questionsIn(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[?!;\n]+|\.(?=\s|$)|,\s*(?=(?:còn|con|với lại|voi lai|cho em hỏi|cho hỏi|and)\s)/iu)
    .map((piece) => piece.trim())
    .filter((piece) => piece.split(/\s+/).length >= fewestWords)
    .slice(0, mostQuestions)
}

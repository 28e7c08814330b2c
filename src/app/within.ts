/** @throws {Error} when the work takes longer; it goes on all the same. */
export async function within<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), millis)
  })
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

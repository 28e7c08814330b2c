/** What a school sets for the sums. */
export interface SettingStore {
  /** Đồng a box of school milk; undefined until the school says it. */
  milkPrice(schoolId: string): Promise<number | undefined>
}

/** A member of staff as the office's list has it. */
export interface StaffMember {
  readonly id: string
  readonly role: 'office' | 'teacher'
  readonly name: string
  readonly active: boolean
  readonly classIds: readonly string[]
  /** In how many chats they are linked. */
  readonly chats: number
}

/** A guardian of a child; guardians have no name here. */
export interface GuardianLink {
  readonly personId: string
  readonly channels: readonly string[]
  readonly linkedAt: Date
}

/** What erasing a child takes away, counted before it is done. */
export interface ChildTraces {
  /** Guardians who have no other child here: their link goes, too. */
  readonly guardians: number
  readonly absences: number
  readonly measurements: number
  readonly notes: number
}

/** Who belongs to a school, for the office's lists. Every query is bound to it. */
export interface RollStore {
  staff(schoolId: string): Promise<StaffMember[]>
  /** Linked guardians by child. */
  guardiansByChild(schoolId: string): Promise<ReadonlyMap<string, number>>
  guardiansOf(schoolId: string, childId: string): Promise<GuardianLink[]>
  changeStaff(
    schoolId: string,
    personId: string,
    change: { readonly active?: boolean; readonly classIds?: readonly string[] },
  ): Promise<void>
  /** The guardian is this child's no more. Whoever has no child left is nobody's guardian. @returns false: was none */
  unlinkGuardian(schoolId: string, key: { readonly personId: string; readonly childId: string }): Promise<boolean>
  tracesOf(schoolId: string, childId: string): Promise<ChildTraces>
  /**
   * Deletes the child with everything that hangs on it, the guardians who have no other child here, its name in the reports of its class, whose
   * figures stay, and the texts that were sent with its name. A proof without a name is kept. @returns false: no such child
   */
  eraseChild(schoolId: string, erasure: ChildErasure): Promise<boolean>
}

export interface ChildErasure {
  /** Of the proof. */
  readonly id: string
  readonly childId: string
  /** What stands for the name in old reports. */
  readonly marker: string
  readonly now: Date
}

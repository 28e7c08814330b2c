export interface Button {
  label: string
  value: string
}

/** One bubble on a person's screen. */
export interface PhoneMessage {
  id: string
  from: 'user' | 'service'
  text: string
  /** ISO, on the emulator's clock. */
  at: string
  buttons: Button[]
  edited: boolean
}

/** What one person sees of their one private chat with the service. */
export interface Phone {
  user: { id: string; name: string }
  /** Changes with everything the person would notice; compare for equality only. */
  version: number
  blocked: boolean
  messages: PhoneMessage[]
}

/** Everything the platform accepted from the service, in order: an edit is a line of its own under the id of what it changed. */
export interface LedgerLine {
  id: string
  user: string
  text: string
  at: string
  edited: boolean
}

/** The phones of everybody on one platform, and the ledger of what the service sent to them. */
export class Phones {
  readonly ledger: LedgerLine[] = []
  private readonly phones = new Map<string, Phone>()

  /** Creates a person, or renames one. */
  put(id: string, name: string): Phone {
    const known = this.phones.get(id)
    if (known) {
      known.user.name = name
      known.version += 1
      return known
    }
    const phone: Phone = { user: { id, name }, version: 1, blocked: false, messages: [] }
    this.phones.set(id, phone)
    return phone
  }

  find(id: string): Phone | undefined {
    return this.phones.get(id)
  }

  all(): Phone[] {
    return [...this.phones.values()]
  }

  message(userId: string, messageId: string): PhoneMessage | undefined {
    return this.phones.get(userId)?.messages.find((message) => message.id === messageId)
  }

  /** A new bubble. What the service says is entered in the ledger too, but for what a person wrote in its name. */
  show(userId: string, message: Omit<PhoneMessage, 'edited' | 'buttons'> & { buttons?: Button[] }, byHand = false): void {
    const phone = this.phones.get(userId)
    if (phone) {
      phone.messages.push({ ...message, buttons: message.buttons ?? [], edited: false })
      phone.version += 1
    }
    if (message.from === 'service' && !byHand) this.enter(userId, message, false)
  }

  /** Changes a bubble in place. An edit of a text by the service is entered in the ledger, a change of buttons alone is not. */
  change(userId: string, messageId: string, change: { text?: string; buttons?: Button[]; at: string }): void {
    const phone = this.phones.get(userId)
    const message = this.message(userId, messageId)
    if (!phone || !message) return
    if (change.buttons) message.buttons = change.buttons
    if (change.text !== undefined) {
      message.text = change.text
      message.edited = true
      if (message.from === 'service') this.enter(userId, { id: messageId, text: change.text, at: change.at }, true)
    }
    phone.version += 1
  }

  remove(userId: string, messageId: string): void {
    const phone = this.phones.get(userId)
    if (!phone) return
    phone.messages = phone.messages.filter((message) => message.id !== messageId)
    phone.version += 1
  }

  block(userId: string, blocked: boolean): void {
    const phone = this.phones.get(userId)
    if (!phone) return
    phone.blocked = blocked
    phone.version += 1
  }

  reset(): void {
    this.phones.clear()
    this.ledger.length = 0
  }

  private enter(user: string, said: { id: string; text: string; at: string }, edited: boolean): void {
    this.ledger.push({ id: said.id, user, text: said.text, at: said.at, edited })
  }
}

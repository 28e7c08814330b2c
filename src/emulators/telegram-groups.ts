import type { FastifyInstance, FastifyReply } from 'fastify'
import type { EmulatorClock } from './emulator-clock.ts'
import type { Chats, TelegramChat } from './telegram-chats.ts'
import { membershipChange } from './telegram-people.ts'
import { commandsIn } from './telegram-text.ts'
import type { Updates } from './telegram-updates.ts'

type Group = { Params: { group: string } }

/**
 * Groups, which only Telegram has: created, the bot added or removed, written in. The screen of a group is
 * `GET /emulator/phones/:group`. The bot is in privacy mode, as bots are by default: it is sent commands, messages that mention it
 * and service messages, nothing else.
 */
export function registerGroups(app: FastifyInstance, parts: { chats: Chats; updates: Updates; clock: EmulatorClock }): void {
  const { chats, updates, clock } = parts
  const route = '/emulator/groups/:group'
  const groupOf = ({ group }: { group: string }) => {
    const chat = chats.find(Number(group))
    return chat?.type === 'group' ? chat : undefined
  }
  const isPerson = (user: string) => chats.find(Number(user))?.type === 'private'
  const missing = (reply: FastifyReply) => reply.code(404).send({ error: 'no such group or person' })
  const say = (chat: TelegramChat, from: number, message: { text?: string; extra?: Record<string, unknown> }) =>
    chats.messageJson(chat, chats.post(chat, { from, ...message, entities: commandsIn(message.text ?? '') }, clock.now()))

  app.put<Group & { Body: { title: string } }>(route, (request, reply) => {
    const id = Number(request.params.group)
    if (!Number.isSafeInteger(id) || id >= 0) return reply.code(400).send({ error: 'a group id is a negative number' })
    chats.phones.put(String(id), request.body.title)
    const known = groupOf(request.params)
    if (known) known.title = request.body.title
    else chats.put({ id, type: 'group', title: request.body.title, bot: 'never', messages: new Map() })
    return reply.send({ id: String(id), title: request.body.title })
  })

  app.post<Group & { Body: { user: string; present: boolean } }>(`${route}/bot`, ({ params, body }, reply) => {
    const chat = groupOf(params)
    if (!chat || !isPerson(body.user)) return missing(reply)
    if ((chat.bot === 'member') === body.present) return reply.send({ events: [] })
    const before = chat.bot
    const by = Number(body.user)
    chat.bot = body.present ? 'member' : 'kicked'
    const events = updates.add('my_chat_member', chat.id, membershipChange({ chats, clock, by }, chat, before))
    if (body.present)
      events.push(...updates.add('message', chat.id, say(chat, by, { extra: { new_chat_members: [chats.userJson('bot')] } })))
    return reply.send({ events })
  })

  app.post<Group & { Body: { user: string; text: string } }>(`${route}/messages`, ({ params, body }, reply) => {
    const chat = groupOf(params)
    if (!chat || !isPerson(body.user)) return missing(reply)
    const message = say(chat, Number(body.user), { text: body.text })
    const meant = commandsIn(body.text).length > 0 || body.text.includes(`@${chats.bot.username}`)
    return reply.send({ events: chat.bot === 'member' && meant ? updates.add('message', chat.id, message) : [] })
  })
}

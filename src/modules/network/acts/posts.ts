import type { ActDefinition } from '#platform/http/module.ts'
import { handOver, handOverPost } from '../actions/hand-over-post.ts'
import { postNames } from '../queries/posts.ts'

const handOverAct: ActDefinition = {
  kind: 'network.hand_over_post',
  label: 'network.act.labelHandOver',
  describe: async (tx, { subject, payload }, i18n) => {
    const { person, from } = handOver.parse(payload)
    const names = await postNames(tx, subject, person)
    const values = {
      vacant: person === null ? 'yes' : 'no',
      person: names.person ?? '',
      post: i18n.text(names.title).value,
      on: i18n.date(from),
    }
    return { values, path: `/posts/${subject}` }
  },
  apply: handOverPost,
}

/** Two-person acts about posts. */
export const postActs: ActDefinition[] = [handOverAct]

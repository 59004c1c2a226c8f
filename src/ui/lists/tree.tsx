import type { Child } from 'hono/jsx'

export type TreeNode = {
  content: Child
  nodes?: readonly TreeNode[]
  /** With these words («23 members») the branch can be folded; `open` unfolds it at first. */
  fold?: string
  open?: boolean
}

const Branch = ({ node }: { node: TreeNode }) => {
  if (!node.nodes?.length) return <li>{node.content}</li>
  if (node.fold === undefined) {
    return (
      <li>
        {node.content}
        <Branches nodes={node.nodes} />
      </li>
    )
  }
  return (
    <li>
      {node.content}
      <details open={node.open}>
        <summary>{node.fold}</summary>
        <Branches nodes={node.nodes} />
      </details>
    </li>
  )
}

const Branches = ({ nodes }: { nodes: readonly TreeNode[] }) => (
  <ul>
    {nodes.map(node => (
      <Branch node={node} />
    ))}
  </ul>
)

/** Things within things: a union, its members, their branches. */
export const Tree = ({ nodes, label }: { nodes: readonly TreeNode[]; label: string }) => (
  <nav class="tree" aria-label={label}>
    <Branches nodes={nodes} />
  </nav>
)

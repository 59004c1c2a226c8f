import {
  Actions,
  Alert,
  accentNames,
  Badge,
  Button,
  ButtonLink,
  Card,
  Cards,
  ConfirmButton,
  CopyText,
  DescriptionList,
  Emblem,
  EmptyState,
  Figures,
  Paragraphs,
  Progress,
  Prose,
  Section,
  Text,
  Time,
  usePage,
} from '../index.ts'

export const EmblemPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.emblem.title')} lead={t('gallery.emblem.lead')} id="emblem">
      <div class="flex flex-wrap items-end gap-6">
        {[0, 1, 2, 4, 8, 23, 50, 200].map(count => (
          <figure class="text-center">
            <Emblem members={count} size={120} title={t('gallery.emblem.of', { count })} />
            <figcaption class="text-muted text-base">{t('gallery.emblem.of', { count })}</figcaption>
          </figure>
        ))}
      </div>
    </Section>
  )
}

export const AccentPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.accents')} id="accents">
      <ul class="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4">
        {accentNames.map(accent => (
          <li data-accent={accent} class="flex flex-wrap items-center gap-3">
            <span class="btn btn-primary">{accent}</span>
            <a href="#accents">{t('gallery.accents.sample')}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const ButtonPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.buttons')} id="buttons">
      <form action="#buttons">
        <Actions>
          <Button look="primary" icon="send">
            {t('gallery.buttons.send')}
          </Button>
          <Button>{t('gallery.buttons.draft')}</Button>
          <Button look="quiet">{t('gallery.buttons.preview')}</Button>
          <Button look="danger">{t('gallery.buttons.end')}</Button>
          <ButtonLink href="#buttons" icon="download" small>
            {t('gallery.buttons.export')}
          </ButtonLink>
        </Actions>
      </form>
      <ConfirmButton
        label={t('gallery.buttons.end')}
        confirm={t('gallery.buttons.endConfirm')}
        action="#buttons"
        look="danger"
      >
        <p>{t('gallery.buttons.endText')}</p>
      </ConfirmButton>
    </Section>
  )
}

export const AlertPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.alerts')} id="alerts">
      <Alert kind="info">{t('gallery.alerts.info')}</Alert>
      <Alert kind="success">{t('gallery.saved')}</Alert>
      <Alert kind="warning">{t('gallery.alerts.warning')}</Alert>
      <Alert kind="error" title={t('gallery.alerts.errorTitle')}>
        {t('gallery.alerts.error')}
      </Alert>
      <p class="flex flex-wrap gap-2">
        <Badge>{t('gallery.badge.ended')}</Badge>
        <Badge tone="accent">{t('gallery.badge.member')}</Badge>
        <Badge tone="good" icon="check">
          {t('gallery.badge.active')}
        </Badge>
        <Badge tone="warn" icon="clock">
          {t('gallery.badge.waiting')}
        </Badge>
        <Badge tone="bad" icon="circle-alert">
          {t('gallery.badge.refused')}
        </Badge>
      </p>
    </Section>
  )
}

export const FigurePart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.figures')} id="figures">
      <Figures
        figures={[
          {
            value: 48,
            label: t('gallery.figures.members'),
            href: '#table',
            note: t('gallery.figures.since'),
          },
          { value: 31, label: t('gallery.figures.communities') },
          { value: 1250, label: t('gallery.figures.regions') },
        ]}
      />
      <Progress label={t('gallery.table')} value={17} max={48} />
    </Section>
  )
}

export const TextPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.texts')} id="texts">
      <Prose>
        <Paragraphs text={`${t('gallery.texts.one')}\n\n${t('gallery.texts.two')}`} />
        <blockquote>{t('gallery.texts.quote')}</blockquote>
        <h3>{t('gallery.texts.list')}</h3>
        <ul>
          <li>
            <a href="#texts">{t('gallery.menu.initiatives')}</a>
          </li>
          <li>{t('gallery.menu.decisions')}</li>
        </ul>
      </Prose>
      <p>
        <Text value={{ pl: 'Koalicja Organizacji Mniejszościowych i Migranckich' }} />
      </p>
      <p>
        <Text value={{ ar: 'اتحاد الجمعيات' }} />
      </p>
      <Text value={{ uk: 'Перший абзац.\n\nДругий абзац,\nдва рядки.' }} paragraphs />
    </Section>
  )
}

export const CardPart = () => {
  const { t } = usePage()
  return (
    <Section title={t('gallery.cards')} id="cards">
      <Cards>
        <Card
          title={t('gallery.cards.room')}
          href="#cards"
          kicker={t('gallery.cards.need')}
          footer={<Time at="2026-05-31" />}
        >
          <p>{t('gallery.cards.roomText')}</p>
        </Card>
        <Card title={t('gallery.cards.interpreter')} href="#cards" kicker={t('gallery.cards.offer')} />
        <Card title={t('gallery.facts')}>
          <p>{t('gallery.texts.two')}</p>
        </Card>
      </Cards>
      <EmptyState
        title={t('gallery.empty')}
        icon="handshake"
        actions={
          <ButtonLink href="#cards" look="primary">
            {t('gallery.empty.action')}
          </ButtonLink>
        }
      >
        <p>{t('gallery.empty.text')}</p>
      </EmptyState>
    </Section>
  )
}

export const FactPart = () => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('gallery.facts')} id="facts">
      <DescriptionList
        facts={[
          { term: t('gallery.table.region'), value: i18n.region('UA-51') },
          { term: t('gallery.facts.languages'), value: i18n.list(['uk', 'el', 'rom'].map(i18n.language)) },
          { term: t('gallery.facts.joined'), value: <Time at="2011-06-21" /> },
          { term: t('gallery.moments.sent'), value: <Time at="2026-05-31T12:00:00Z" /> },
          { term: t('gallery.facts.code'), value: <CopyText text="7K2M-9QXH4T" /> },
          null,
        ]}
      />
    </Section>
  )
}

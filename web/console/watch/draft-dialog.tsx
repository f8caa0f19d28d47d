import { Radio, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { LANGUAGES, type Language } from '../../../src/domain/language.ts';
import type { PostDetail, TakedownOptions } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { ReasonField } from '../pieces/reason-field.tsx';
import { Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { GroundNote } from './ground-note.tsx';
import { usePostTexts, useTakedownTexts } from './texts.ts';
import { useCaptures } from './use-posts.ts';
import { useDraft, useTakedownOptions } from './use-takedowns.ts';

const LANGUAGE_NAMES = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const;

/** Drafts a request for a post: whom to ask, by what law, in what language. */
export function DraftDialog({
  post,
  onDone,
}: {
  post: PostDetail;
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const options = useTakedownOptions(post.postId);
  const { data } = options;
  if (data !== undefined && data.code === null && data.channels.length > 0)
    return <DraftForm post={post} options={data} onDone={onDone} />;
  return (
    <Dialog opened onClose={onDone} title={t('draftTitle', { id: post.postId })}>
      {options.isPending && <Loading rows={3} />}
      {options.isError && <Problem error={options.error} retry={() => options.refetch()} />}
      {data !== undefined && (
        <p className="notice">
          {data.detail} <code>{data.code}</code>
        </p>
      )}
    </Dialog>
  );
}

function DraftForm({
  post,
  options,
  onDone,
}: {
  post: PostDetail;
  options: TakedownOptions;
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const { language: mine } = useSettings();
  const navigate = useNavigate();
  const draft = useDraft();
  const [channelId, setChannelId] = useState(options.channels[0].channel);
  const channel = options.channels.find((one) => one.channel === channelId) ?? options.channels[0];
  const [language, setLanguage] = useState<Language>(mine);
  const [ground, setGround] = useState(channel.ground);
  const [addressee, setAddressee] = useState(channel.addressee);
  const [capture, setCapture] = useState('');
  const [reason, setReason] = useState('');
  const choose = (id: string): void => {
    const chosen = options.channels.find((one) => one.channel === id) ?? channel;
    setChannelId(id);
    setGround(chosen.ground);
    setAddressee(chosen.addressee);
  };
  const send = (): void =>
    draft.mutate(
      {
        post: post.postId,
        channel: channelId,
        language,
        ground,
        addressee: addressee.trim(),
        ...(capture !== '' && { capture: Number(capture) }),
        reason: reason.trim(),
      },
      {
        onSuccess: ({ takedownId }) => {
          announce(t('draftDone', { id: takedownId }));
          onDone();
          void navigate({
            to: '/watch/takedowns/$takedownId',
            params: { takedownId: String(takedownId) },
          });
        },
      },
    );
  const shownGround = channel.grounds.find(({ id }) => id === ground);
  return (
    <FormDialog
      title={t('draftTitle', { id: post.postId })}
      act={t('draftAct')}
      size="lg"
      isReady={channel.open === null}
      sending={draft}
      onSend={send}
      onDone={onDone}
    >
      {options.host !== null && <p className="muted">{t('draftWhere', { host: options.host })}</p>}
      <Radio.Group label={t('channel')} required value={channelId} onChange={choose}>
        <div className="choices">
          {options.channels.map((one, i) => (
            <Radio
              key={one.channel}
              value={one.channel}
              label={one.suggested ? `${one.title} · ${t('draftSuggested')}` : one.title}
              description={one.open === null ? one.asks : t('draftStands', { id: one.open })}
              data-autofocus={i === 0 ? true : undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <p className="muted small">{channel.decides}</p>
      <div className="field-pair">
        <ChoiceField
          name="language"
          label={t('draftLanguage')}
          value={language}
          choices={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
          onChange={(value) => setLanguage(value as Language)}
        />
        <CaptureChoice postId={post.postId} value={capture} onChange={setCapture} />
      </div>
      <TextInput
        label={t('addressee')}
        required
        minLength={2}
        maxLength={300}
        value={addressee}
        onChange={(event) => setAddressee(event.currentTarget.value)}
      />
      <ChoiceField
        name="ground"
        label={t('ground')}
        value={ground}
        choices={channel.grounds.map(({ id, act, article }) => [id, `${act}, ${article}`])}
        onChange={setGround}
      />
      {shownGround !== undefined && <GroundNote ground={shownGround} />}
      <ReasonField label={t('draftWhy')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** A sealed copy that is there, or none for now. */
export function CaptureChoice({
  postId,
  value,
  onChange,
}: {
  postId: number;
  value: string;
  onChange: (value: string) => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const tp = usePostTexts();
  const format = useFormat();
  const captures = useCaptures(postId);
  const items = captures.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <ChoiceField
      name="capture"
      label={t('copyUse')}
      value={value}
      any={t('copyNew')}
      choices={items.map(({ captureId, at, cause }) => [
        String(captureId),
        `${format.moment(at)} · ${tp(`cause.${cause}`)}`,
      ])}
      onChange={onChange}
    />
  );
}

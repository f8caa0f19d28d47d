import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import type { FilingSettings, Fm1Form, Fm1Told } from '../../../src/client/filings.ts';
import { MAY_FILE, MAY_SET_UP } from '../../../src/domain/filing/filing-acts.ts';
import { api } from '../api.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { fitted, withValue } from './document-edit.ts';
import { NoticeDeskOf } from './notice-desk.tsx';
import { SignTablePart } from './sign-table-part.tsx';
import { useFilingTexts } from './texts.ts';
import { useFilingSettings, useFm1Form } from './use-filings.ts';
import { ValueField, WIDE } from './value-field.tsx';

/** What every notice says of the institution, and the codes of signs that its officer was given. */
export function FilingSettingsPage(): JSX.Element {
  const t = useFilingTexts();
  return (
    <main id="content" className="filing-page">
      <nav className="trail">
        <Link className="back" to="/filings" search={{}}>
          <Icon name="back" />
          {t('toFilings')}
        </Link>
      </nav>
      <Heading title={t('settingsTitle')} />
      <ReporterPart />
      <SignTablePart />
      <Announcements />
    </main>
  );
}

function ReporterPart(): JSX.Element | null {
  const me = useMe();
  const isSeer = hasRole(me, MAY_FILE);
  const settings = useFilingSettings(isSeer);
  const form = useFm1Form();
  if (!isSeer) return null;
  if (settings.isPending || form.isPending) return <Loading rows={6} />;
  if (settings.isError) return <Problem error={settings.error} retry={() => settings.refetch()} />;
  if (form.isError) return <Problem error={form.error} retry={() => form.refetch()} />;
  const { data } = settings;
  return <ReporterForm key={data.version} settings={data} form={form.data} />;
}

function ReporterForm({
  settings,
  form,
}: {
  settings: FilingSettings;
  form: Fm1Form;
}): JSX.Element {
  const t = useFilingTexts();
  const isOpen = hasRole(useMe(), MAY_SET_UP);
  const queries = useQueryClient();
  const [sender, setSender] = useState(settings.sender);
  const base: Fm1Told = {
    reporter: settings.reporter,
    message: {},
    references: [],
    participants: [],
  };
  const [document, setDocument] = useState(base);
  const saving = useMutation({
    mutationFn: () =>
      api().filings.saveSettings(settings.version, {
        sender: sender.trim(),
        reporter: fitted(document).reporter,
      }),
    onSuccess: (saved) => {
      queries.setQueryData(['filings', 'settings'], saved);
      announce(t('saved'));
    },
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  const desk = {
    form,
    signs: undefined,
    base,
    document,
    problems: [],
    isOpen,
    change: setDocument,
    set: (place: string, id: string, value: string) =>
      setDocument(withValue(document, place, id, value)),
  };
  return (
    <section className="filing-form" data-reporter>
      <h2>{t('reporter')}</h2>
      <p className="muted small">
        {t('reporterAbout')} {!isOpen && t('onlySupervisor')}
      </p>
      <NoticeDeskOf value={desk}>
        <form className="form" onSubmit={save}>
          <TextInput
            className="sender-field"
            name="sender"
            label={t('sender')}
            description={t('senderAbout')}
            required
            maxLength={32}
            pattern="[A-Z0-9]+"
            autoComplete="off"
            readOnly={!isOpen}
            value={sender}
            onChange={(event) => setSender(event.currentTarget.value.toUpperCase())}
          />
          <div className="value-fields">
            {form.parts.reporter.map((field) => (
              <div key={field.id} className={field.most >= WIDE ? 'is-wide' : ''}>
                <ValueField place="reporter" field={field} />
              </div>
            ))}
          </div>
          {saving.isError && <Problem error={saving.error} />}
          {isOpen && (
            <div className="form-acts">
              <button
                type="submit"
                className="button primary"
                data-act="save-settings"
                disabled={saving.isPending}
              >
                {t('save')}
              </button>
            </div>
          )}
        </form>
      </NoticeDeskOf>
    </section>
  );
}

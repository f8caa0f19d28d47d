import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type JSX, useEffect } from 'react';
import { codeOf } from './pieces/problem.tsx';
import { router } from './routes.tsx';
import { Gate } from './session/gate.tsx';
import { SESSION_KEY } from './session/me.ts';
import { useDark, useSettings } from './settings.ts';
import { theme } from './theme.ts';

/** Problems that mean: this browser's session is not, or no longer, good enough. */
const NO_SESSION = new Set(['QRG_SIGN_IN_REQUIRED', 'QRG_SECOND_FACTOR_NEEDED', 'QRG_CSRF']);

function lookAgain(error: unknown): void {
  if (NO_SESSION.has(codeOf(error) ?? ''))
    void queries.invalidateQueries({ queryKey: SESSION_KEY });
}

/** What was answered is an answer: only a server that could not be reached is asked again. */
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAgain }),
  mutationCache: new MutationCache({ onError: lookAgain }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => codeOf(error) === undefined && failures < 2,
      refetchOnWindowFocus: false,
      staleTime: 5_000,
    },
  },
});

export function App(): JSX.Element {
  const dark = useDark();
  useDress(dark);
  return (
    // The variables and classes that Mantine would write into the page stand in mantine.css: the policy allows no inline style.
    <MantineProvider
      theme={theme}
      forceColorScheme={dark ? 'dark' : 'light'}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <QueryClientProvider client={queries}>
        <Gate>
          <RouterProvider router={router} />
        </Gate>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function useDress(dark: boolean): void {
  const { language } = useSettings();
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.documentElement.lang = language;
  }, [dark, language]);
}

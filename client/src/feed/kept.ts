import { linkedSignal, type Resource, type Signal } from '@angular/core';

/** What was last answered, also while the next answer is on its way. */
export function kept<T>(answer: Resource<T | undefined>): Signal<T | null> {
  return linkedSignal<T | undefined, T | null>({
    source: () => (answer.hasValue() ? answer.value() : undefined),
    computation: (value, previous) => value ?? previous?.value ?? null,
  });
}

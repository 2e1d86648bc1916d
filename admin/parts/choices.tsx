/** One of a few, each with what it means; what is wrong stands under them. */
import { Radio } from 'antd';
import { useId } from 'react';
import type { Choice } from '../words.ts';

type Props<K extends string> = {
  legend: string;
  /** In the order in which they are shown. */
  of: readonly K[];
  words: Readonly<Record<K, Choice>>;
  value: K | undefined;
  error: string;
  onChange: (choice: K) => void;
};

export function Choices<K extends string>({ legend, of, words, value, error, onChange }: Props<K>) {
  const id = useId();
  return (
    <fieldset className="one">
      <legend id={id}>{legend}</legend>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        onChange={(e) => onChange(e.target.value as K)}
        options={of.map((one) => ({
          value: one,
          label: (
            <>
              {words[one].name} <span className="dim">{words[one].means}</span>
            </>
          ),
        }))}
      />
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  );
}

/** A file of this machine, chosen by a button in our own words: the browser's own button speaks the browser's language. */
type Joined = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };
type Props = Joined & { readonly accept: string; readonly says: string; readonly onPick: (file: File) => void };

export function FilePick({ says, onPick, ...input }: Props) {
  return (
    <span className="file-pick">
      <input
        {...input}
        type="file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file, mended, can be chosen again.
          target.value = '';
          if (file) onPick(file);
        }}
      />
      <span aria-hidden="true">{says}</span>
    </span>
  );
}

const changed = '（改过）';
/** What a text is called once it was changed by hand. */
export const editedName = (name: string, pasted: string): string =>
  name === '' || name === pasted ? pasted : name.endsWith(changed) ? name : `${name}${changed}`;

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>DateField</name>
    <message>
        <source>Correct the offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {0}, but in {1} it is {2} on that day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffDialog</name>
    <message>
        <source>No line differs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntriesForm</name>
    <message>
        <source>Recurring meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text of the entry:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign 📅 stands for the calendar link, which stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsForm</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on &amp;site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue, street 1, 12345 town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the text:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar entry:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end is not after the start, so the calendar entry has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet; it is written with the next change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar link cannot be read; the next change writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event needs a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time is written as 19:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {0}: change {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be written in the line; the text was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {0}: remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {0}: move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlagField</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of page:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Markdown pane shows it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entry/entries: edit in the source</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head: change {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageForm</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Alt text:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… their page:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… its address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the photo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (such as “edited”):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own photo of:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished &amp;line:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image: change the file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image: change the alt text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image: change the attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describes the picture for people who do not see it. {0} characters; up to 125 are read well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: say in a sentence what the picture shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is none of the known forms, so it is edited as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture “{0}” was not found near this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is named.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>Add an entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurring meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open an issue, or drop its Markdown file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open an issue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a &amp;sample issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The preview is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md *.markdown *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that differ between “{0}” on disk (−) and here (+).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the finished Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” exists. These lines will be replaced (−) and written (+).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” will be written anew, with these lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is gone or can no longer be read. The text here is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over from disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Preview: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: {0}, simplified (no WebEngine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address “{0}” is not opened from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rundbrief {0}: forms over Markdown that lose not one byte.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;sample issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Rundbrief</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The key “{key}” stands twice in the front matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “{key}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar link breaks the page: a quotation mark inside an attribute ends it early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar link of “{title}” holds no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be written this way: the line would not read back the same. Change it in the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event needs a title and a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be removed without changing another entry; delete it in the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be moved without changing another entry; move it in the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter is too long to read: over {limit} kB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter is nested too deeply to read; it is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter holds no fields: it should be lines such as “title: …”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter unfolds to more than {most} values; it is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter cannot be read in line {line}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{key}” stands twice in the front matter; delete one of the two in the source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front matter has no “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot be changed here without touching something else; change it in the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no calendar link: it does not begin with “data:text/calendar”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar link is damaged: its base64 cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large: {size} MiB. Issues of up to {limit} MiB can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no text file: it holds NUL bytes. It was not opened, and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte {byte} in line {line} fits no character. Convert it to UTF-8 with a text editor; it was not opened, and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not exist (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a Markdown file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” may not be read or written by you. Save under another name, or ask for the rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be read or written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no regular file; it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {path} was skipped: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{rule}” can mean every two weeks or the second of a month; no calendar entry was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{rule}” cannot be said as one rule; no calendar entry was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” should be a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key “{key}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“name” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field without “key”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is none of {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” should be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” should be a table of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” should be of the type {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar entry cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone {zone} has no rule that calendars understand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>old form without an identity, renewed with the next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

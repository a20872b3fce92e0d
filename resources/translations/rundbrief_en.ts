<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AppBar</name>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarkIntake</name>
    <message numerus="yes">
        <source>%n address(es) added.</source>
        <translation>
            <numerusform>%n address added.</numerusform>
            <numerusform>%n addresses added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarInspector</name>
    <message numerus="yes">
        <source>Line and entry differ in %n place(s).</source>
        <translation>
            <numerusform>Line and entry differ in %n place.</numerusform>
            <numerusform>Line and entry differ in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryBox</name>
    <message numerus="yes">
        <source>%n other file(s) have changes; they stay as they are and out of this commit:</source>
        <translation>
            <numerusform>%n other file has changes; it stays as it is and out of this commit:</numerusform>
            <numerusform>%n other files have changes; they stay as they are and out of this commit:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsList</name>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsTree</name>
    <message numerus="yes">
        <source>Hints: %n</source>
        <translation>
            <numerusform>Hints: %n</numerusform>
            <numerusform>Hints: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiskChanges</name>
    <message numerus="yes">
        <source>“{0}” was changed by another program, too. %n change(s) from there are merged with yours.</source>
        <translation>
            <numerusform>“{0}” was changed by another program, too. %n change from there is merged with yours.</numerusform>
            <numerusform>“{0}” was changed by another program, too. %n changes from there are merged with yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was changed by another program, in %n place(s) where you changed it, too.</source>
        <translation>
            <numerusform>“{0}” was changed by another program, in %n place where you changed it, too.</numerusform>
            <numerusform>“{0}” was changed by another program, in %n places where you changed it, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundDiagnostics</name>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message numerus="yes">
        <source>%n to fix – better before it is published.</source>
        <translation>
            <numerusform>%n to fix – better before it is published.</numerusform>
            <numerusform>%n to fix – better before it is published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready; %n to look at, if you like.</source>
        <translation>
            <numerusform>Ready; %n to look at, if you like.</numerusform>
            <numerusform>Ready; %n to look at, if you like.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostSubmission</name>
    <message numerus="yes">
        <source>“{0}” was changed there, too; %n change(s) are merged into your text. Close this and look at it, or submit it as it is.</source>
        <translation>
            <numerusform>“{0}” was changed there, too; %n change is merged into your text. Close this and look at it, or submit it as it is.</numerusform>
            <numerusform>“{0}” was changed there, too; %n changes are merged into your text. Close this and look at it, or submit it as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostedSites</name>
    <message numerus="yes">
        <source>%n file(s) came from the code host.</source>
        <translation>
            <numerusform>%n file came from the code host.</numerusform>
            <numerusform>%n files came from the code host.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Add %n entries</source>
        <translation>
            <numerusform>Add %n entry</numerusform>
            <numerusform>Add %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n entries</source>
        <translation>
            <numerusform>Import %n entry</numerusform>
            <numerusform>Import %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were added.</source>
        <translation>
            <numerusform>%n entry was added.</numerusform>
            <numerusform>%n entries were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n waits</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) inserted: {0}.</source>
        <translation>
            <numerusform>%n link inserted: {0}.</numerusform>
            <numerusform>%n links inserted: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) removed.</source>
        <translation>
            <numerusform>%n address removed.</numerusform>
            <numerusform>%n addresses removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkAsking</name>
    <message numerus="yes">
        <source>%n link(s) of {0} do not answer.</source>
        <translation>
            <numerusform>%n link of {0} does not answer.</numerusform>
            <numerusform>%n links of {0} do not answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n place(s) were changed here and elsewhere.</source>
        <translation>
            <numerusform>%n place was changed here and elsewhere.</numerusform>
            <numerusform>%n places were changed here and elsewhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message numerus="yes">
        <source>%n page(s) found</source>
        <translation>
            <numerusform>%n page found</numerusform>
            <numerusform>%n pages found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlannedFiles</name>
    <message numerus="yes">
        <source>%n calendar file(s) (.ics)</source>
        <translation>
            <numerusform>%n calendar file (.ics)</numerusform>
            <numerusform>%n calendar files (.ics)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>%n picture(s) from the network are not loaded.</source>
        <translation>
            <numerusform>%n picture from the network is not loaded.</numerusform>
            <numerusform>%n pictures from the network are not loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shortcode(s)</source>
        <translation>
            <numerusform>%n shortcode</numerusform>
            <numerusform>%n shortcodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedded page(s)</source>
        <translation>
            <numerusform>%n embedded page</numerusform>
            <numerusform>%n embedded pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from the network</source>
        <translation>
            <numerusform>%n picture from the network</numerusform>
            <numerusform>%n pictures from the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that were not found</source>
        <translation>
            <numerusform>%n picture that was not found</numerusform>
            <numerusform>%n pictures that were not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s) of the site’s Markdown</source>
        <translation>
            <numerusform>%n extension of the site’s Markdown</numerusform>
            <numerusform>%n extensions of the site’s Markdown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message numerus="yes">
        <source>&amp;Replace %n file(s) that exist(s) on the site</source>
        <translation>
            <numerusform>&amp;Replace %n file that exists on the site</numerusform>
            <numerusform>&amp;Replace %n files that exist on the site</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message numerus="yes">
        <source>%n file(s) written to {0}.</source>
        <translation>
            <numerusform>%n file written to {0}.</numerusform>
            <numerusform>%n files written to {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefreshDialog</name>
    <message numerus="yes">
        <source>%n calendar link(s) would be written anew from line and old entry. The visible text stays as it is.</source>
        <translation>
            <numerusform>%n calendar link would be written anew from line and old entry. The visible text stays as it is.</numerusform>
            <numerusform>%n calendar links would be written anew from line and old entry. The visible text stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n of them line and entry contradict each other: those stay until you choose.</source>
        <translation>
            <numerusform>In %n of them line and entry contradict each other: it stays until you choose.</numerusform>
            <numerusform>In %n of them line and entry contradict each other: those stay until you choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es) of the calendar standard.</source>
        <translation>
            <numerusform>%n breach of the calendar standard.</numerusform>
            <numerusform>%n breaches of the calendar standard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar link(s) were renewed.</source>
        <translation>
            <numerusform>%n calendar link was renewed.</numerusform>
            <numerusform>%n calendar links were renewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message numerus="yes">
        <source>Replace %n place(s)</source>
        <translation>
            <numerusform>Replace %n place</numerusform>
            <numerusform>Replace %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceAsking</name>
    <message numerus="yes">
        <source>%n new address(es) from the sources.</source>
        <translation>
            <numerusform>%n new address from the sources.</numerusform>
            <numerusform>%n new addresses from the sources.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextSearch</name>
    <message numerus="yes">
        <source>%n place(s) stay: the site would not show there what you want.</source>
        <translation>
            <numerusform>%n place stays: the site would not show there what you want.</numerusform>
            <numerusform>%n places stay: the site would not show there what you want.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedWork</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
</TS>

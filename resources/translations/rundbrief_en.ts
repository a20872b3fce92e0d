<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>HeadForm</name>
    <message numerus="yes">
        <source>%n entry/entries: edit in the source</source>
        <translation>
            <numerusform>%n entry: edit in the source</numerusform>
            <numerusform>%n entries: edit in the source</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>Line and entry differ in %n place(s).</source>
        <translation>
            <numerusform>Line and entry differ in %n place.</numerusform>
            <numerusform>Line and entry differ in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
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
        <source>%n image(s) from the network</source>
        <translation>
            <numerusform>%n image from the network</numerusform>
            <numerusform>%n images from the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) from the network are not loaded.</source>
        <translation>
            <numerusform>%n image from the network is not loaded.</numerusform>
            <numerusform>%n images from the network are not loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
</TS>

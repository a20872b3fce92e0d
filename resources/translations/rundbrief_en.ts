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

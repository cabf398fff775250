<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BayCard</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n bay</numerusform>
            <numerusform>%n bays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BayList</name>
    <message numerus="yes">
        <source>the best of %n free</source>
        <translation>
            <numerusform>the only one that is free</numerusform>
            <numerusform>the best of %n free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BayPanel</name>
    <message numerus="yes">
        <source>%n bays chosen</source>
        <translation>
            <numerusform>%n bay chosen</numerusform>
            <numerusform>%n bays chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bays closed</source>
        <translation>
            <numerusform>%n bay closed</numerusform>
            <numerusform>%n bays closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bays reopened</source>
        <translation>
            <numerusform>%n bay reopened</numerusform>
            <numerusform>%n bays reopened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them closed</source>
        <translation>
            <numerusform>%n of them closed</numerusform>
            <numerusform>%n of them closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BaysPage</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n bay</numerusform>
            <numerusform>%n bays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChargeWatch</name>
    <message numerus="yes">
        <source>%n card payments are open</source>
        <translation>
            <numerusform>%n card payment is open</numerusform>
            <numerusform>%n card payments are open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card payments need a decision</source>
        <translation>
            <numerusform>%n card payment needs a decision</numerusform>
            <numerusform>%n card payments need a decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseBaysDialog</name>
    <message numerus="yes">
        <source>%n of them are taken; those stays and bookings remain.</source>
        <translation>
            <numerusform>%n of them is taken; its stay or booking remains.</numerusform>
            <numerusform>%n of them are taken; those stays and bookings remain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message numerus="yes">
        <source>%n bookings</source>
        <translation>
            <numerusform>%n booking</numerusform>
            <numerusform>%n bookings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureStrip</name>
    <message numerus="yes">
        <source>%n stays not paid</source>
        <translation>
            <numerusform>%n stay not paid</numerusform>
            <numerusform>%n stays not paid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n bays</source>
        <translation>
            <numerusform>of %n bay</numerusform>
            <numerusform>of %n bays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n bay</numerusform>
            <numerusform>%n bays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults were found. Mend the file and choose it again.</source>
        <translation>
            <numerusform>One fault was found. Mend the file and choose it again.</numerusform>
            <numerusform>%n faults were found. Mend the file and choose it again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandBacks</name>
    <message numerus="yes">
        <source>%n drivers have cash to get back</source>
        <translation>
            <numerusform>%n driver has cash to get back</numerusform>
            <numerusform>%n drivers have cash to get back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message numerus="yes">
        <source>%n checks found something</source>
        <translation>
            <numerusform>%n check found something</numerusform>
            <numerusform>%n checks found something</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong figures were counted anew</source>
        <translation>
            <numerusform>%n wrong figure was counted anew</numerusform>
            <numerusform>%n wrong figures were counted anew</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n faults were found.</source>
        <translation>
            <numerusform>One fault was found.</numerusform>
            <numerusform>%n faults were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IousPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LotCard</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n bay</numerusform>
            <numerusform>%n bays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LotList</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n bay</numerusform>
            <numerusform>%n bays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LotScreen</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n bay</numerusform>
            <numerusform>%n bays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n levels</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LotsSection</name>
    <message numerus="yes">
        <source>%n bays added</source>
        <translation>
            <numerusform>%n bay added</numerusform>
            <numerusform>%n bays added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bays changed</source>
        <translation>
            <numerusform>%n bay changed</numerusform>
            <numerusform>%n bays changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots added</source>
        <translation>
            <numerusform>%n lot added</numerusform>
            <numerusform>%n lots added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots changed</source>
        <translation>
            <numerusform>%n lot changed</numerusform>
            <numerusform>%n lots changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>%n bays are free for it</source>
        <translation>
            <numerusform>%n bay is free for it</numerusform>
            <numerusform>%n bays are free for it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n bookings ended as no-shows</source>
        <translation>
            <numerusform>%n booking ended as a no-show</numerusform>
            <numerusform>%n bookings ended as no-shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookings were not paid in time</source>
        <translation>
            <numerusform>%n booking was not paid in time</numerusform>
            <numerusform>%n bookings were not paid in time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests were not confirmed in time</source>
        <translation>
            <numerusform>%n request was not confirmed in time</numerusform>
            <numerusform>%n requests were not confirmed in time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays are past their end</source>
        <translation>
            <numerusform>%n stay is past its end</numerusform>
            <numerusform>%n stays are past their end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays end within five minutes</source>
        <translation>
            <numerusform>%n stay ends within five minutes</numerusform>
            <numerusform>%n stays end within five minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays have ended; their bays are free</source>
        <translation>
            <numerusform>%n stay has ended; its bay is free</numerusform>
            <numerusform>%n stays have ended; their bays are free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message numerus="yes">
        <source>%n work here</source>
        <translation>
            <numerusform>%n works here</numerusform>
            <numerusform>%n work here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconciliationPage</name>
    <message numerus="yes">
        <source>%n payments</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message numerus="yes">
        <source>%n bays added</source>
        <translation>
            <numerusform>%n bay added</numerusform>
            <numerusform>%n bays added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimersScreen</name>
    <message numerus="yes">
        <source>%n ending</source>
        <translation>
            <numerusform>%n ending</numerusform>
            <numerusform>%n ending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VehiclesSection</name>
    <message numerus="yes">
        <source>%n in use</source>
        <translation>
            <numerusform>%n in use</numerusform>
            <numerusform>%n in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>activity</name>
    <message numerus="yes">
        <source>%n bookings</source>
        <translation>
            <numerusform>%n booking</numerusform>
            <numerusform>%n bookings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>command_bar</name>
    <message numerus="yes">
        <source>%n overstaying</source>
        <translation>
            <numerusform>%n overstaying</numerusform>
            <numerusform>%n overstaying</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays fit “{text}”: </source>
        <translation>
            <numerusform>%n stay fits “{text}”: </numerusform>
            <numerusform>%n stays fit “{text}”: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Swept: %n stays and bookings ended</source>
        <translation>
            <numerusform>Swept: %n stay or booking ended</numerusform>
            <numerusform>Swept: %n stays and bookings ended</numerusform>
        </translation>
    </message>
</context>
</TS>

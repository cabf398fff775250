<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences of others&apos; work</source>
        <translation>Lizenzen fremder Werke</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>The lot at a glance, every stay timed, every deed on record.</source>
        <translation>Der Parkplatz auf einen Blick, jede Parkzeit gemessen, jeder Vorgang belegt.</translation>
    </message>
    <message>
        <source>The work of others</source>
        <translation>Werke anderer</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>and the terms it comes under</source>
        <translation>und ihre Bedingungen</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
</context>
<context>
    <name>ActivitySection</name>
    <message>
        <source>Activity</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Choose another deed or person.</source>
        <translation>Einen anderen Vorgang oder eine andere Person wählen.</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Every deed</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nothing like that was done</source>
        <translation>Nichts dergleichen im Protokoll</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Journal wird gelesen…</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>The journal could not be read</source>
        <translation>Das Journal konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>newest first, of every desk</source>
        <translation>neueste zuerst, von allen Kassen</translation>
    </message>
</context>
<context>
    <name>AlertLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>AlertStrip</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>{count} weitere zeigen</translation>
    </message>
</context>
<context>
    <name>BayCard</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n Stellplatz</numerusform>
            <numerusform>%n Stellplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Bay {code}</source>
        <translation>Stellplatz {code}</translation>
    </message>
    <message>
        <source>Click one, or go to it with the arrow keys</source>
        <translation>Einen anklicken oder mit den Pfeiltasten ansteuern</translation>
    </message>
    <message>
        <source>Close them all with one reason, or reopen those that are closed.</source>
        <translation>Alle mit einem Grund sperren oder die gesperrten wieder öffnen.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Closed already: {count}.</source>
        <translation>Schon gesperrt: {count}.</translation>
    </message>
    <message>
        <source>Closed: {reason}</source>
        <translation>Gesperrt: {reason}</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Kept for {plate} from {time}</source>
        <translation>Für {plate} ab {time} freigehalten</translation>
    </message>
    <message>
        <source>No bay chosen</source>
        <translation>Kein Stellplatz gewählt</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>The time has run out and the bay is free. Renew it, or let the driver exit.</source>
        <translation>Die Zeit ist abgelaufen, der Stellplatz ist frei. Erneuern oder ausfahren lassen.</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>Zu bestätigen</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>beendet {time}</translation>
    </message>
    <message>
        <source>expected since {time}</source>
        <translation>erwartet seit {time}</translation>
    </message>
    <message>
        <source>held until {time}, not paid</source>
        <translation>gehalten bis {time}, nicht bezahlt</translation>
    </message>
    <message>
        <source>left · ends {time}</source>
        <translation>übrig · endet {time}</translation>
    </message>
    <message>
        <source>nothing booked</source>
        <translation>nichts gebucht</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>over · ended {time}</source>
        <translation>überzogen seit {time}</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>to go · comes {time}</source>
        <translation>noch · kommt {time}</translation>
    </message>
</context>
<context>
    <name>BayDeeds</name>
    <message>
        <source>Close this bay…</source>
        <translation>Diesen Stellplatz sperren…</translation>
    </message>
    <message>
        <source>Renew {span}</source>
        <translation>{span} erneuern</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} kassieren</translation>
    </message>
</context>
<context>
    <name>BayList</name>
    <message>
        <source>It does not take this vehicle type</source>
        <translation>Für diesen Fahrzeugtyp ungeeignet</translation>
    </message>
    <message>
        <source>Kept for {plate} from {time}</source>
        <translation>Für {plate} ab {time} freigehalten</translation>
    </message>
    <message numerus="yes">
        <source>the best of %n free</source>
        <translation>
            <numerusform>der beste von einem freien</numerusform>
            <numerusform>der beste von %n freien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BayModel</name>
    <message>
        <source>Bay</source>
        <translation>Stellplatz</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Pkw</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Row · place</source>
        <translation>Reihe · Platz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>closed: {reason}</source>
        <translation>gesperrt: {reason}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>tariff</source>
        <translation>Tarif</translation>
    </message>
</context>
<context>
    <name>BayPanel</name>
    <message numerus="yes">
        <source>%n bays chosen</source>
        <translation>
            <numerusform>%n Stellplatz gewählt</numerusform>
            <numerusform>%n Stellplätze gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bays closed</source>
        <translation>
            <numerusform>%n Stellplatz gesperrt</numerusform>
            <numerusform>%n Stellplätze gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bays reopened</source>
        <translation>
            <numerusform>%n Stellplatz wieder offen</numerusform>
            <numerusform>%n Stellplätze wieder offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them closed</source>
        <translation>
            <numerusform>%n davon gesperrt</numerusform>
            <numerusform>%n davon gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Bay {code}</source>
        <translation>Stellplatz {code}</translation>
    </message>
    <message>
        <source>Bay {code} is saved</source>
        <translation>Stellplatz {code} ist gespeichert</translation>
    </message>
    <message>
        <source>Choose a bay to change it, or several with Shift or Ctrl to close or reopen them.</source>
        <translation>Einen Stellplatz wählen, um ihn zu ändern, oder mehrere mit Umschalt oder Strg, um sie zu sperren oder zu öffnen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Closed: {reason}</source>
        <translation>Gesperrt: {reason}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>Own price of an hour</source>
        <translation>Eigener Preis je Stunde</translation>
    </message>
    <message>
        <source>Place in the row</source>
        <translation>Platz in der Reihe</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Row on the plan</source>
        <translation>Reihe im Plan</translation>
    </message>
    <message>
        <source>Save the bay</source>
        <translation>Stellplatz speichern</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>Why it is closed</source>
        <translation>Grund der Sperre</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>all of them open</source>
        <translation>alle offen</translation>
    </message>
    <message>
        <source>empty: as the tariff</source>
        <translation>leer: nach Tarif</translation>
    </message>
    <message>
        <source>{type} (retired)</source>
        <translation>{type} (ausgemustert)</translation>
    </message>
</context>
<context>
    <name>BaysPage</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n Stellplatz</numerusform>
            <numerusform>%n Stellplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n gesperrt</numerusform>
            <numerusform>%n gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a level…</source>
        <translation>Ebene hinzufügen…</translation>
    </message>
    <message>
        <source>Add a row of bays…</source>
        <translation>Reihe hinzufügen…</translation>
    </message>
    <message>
        <source>Bays</source>
        <translation>Stellplätze</translation>
    </message>
    <message>
        <source>Code or zone</source>
        <translation>Nummer oder Zone</translation>
    </message>
    <message>
        <source>Find bays</source>
        <translation>Stellplätze suchen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Parkplätze</translation>
    </message>
</context>
<context>
    <name>BookingDetailDialog</name>
    <message>
        <source>An owner gives the right to refund.</source>
        <translation>Das Recht zu erstatten gibt ein Inhaber.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Booked twice because</source>
        <translation>Doppelt gebucht, weil</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>Zurückgeben…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ausgefahren</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Keine Notizen</translation>
    </message>
    <message>
        <source>No payment yet</source>
        <translation>Noch keine Zahlung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Quittung drucken</translation>
    </message>
    <message>
        <source>Print ticket</source>
        <translation>Parkschein drucken</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Quittung…</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Erneuerungen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>bay {bay}</source>
        <translation>Stellplatz {bay}</translation>
    </message>
    <message>
        <source>change {amount}</source>
        <translation>zurück {amount}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>{amount} given back</source>
        <translation>{amount} zurückgegeben</translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <source>A late entry: this stay began in the past</source>
        <translation>Nachtrag: Dieser Parkvorgang begann früher</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Stellplatz</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Book a bay</source>
        <translation>Stellplatz buchen</translation>
    </message>
    <message>
        <source>Book and take payment</source>
        <translation>Buchen und kassieren</translation>
    </message>
    <message>
        <source>Book {bay}</source>
        <translation>{bay} buchen</translation>
    </message>
    <message>
        <source>Booked {bay} for {plate} until {time}</source>
        <translation>{bay} für {plate} bis {time} gebucht</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Freihalten</translation>
    </message>
    <message>
        <source>No bay for this vehicle is free for that time.</source>
        <translation>Für dieses Fahrzeug ist in dieser Zeit kein Stellplatz frei.</translation>
    </message>
    <message>
        <source>No tariff yet</source>
        <translation>Noch kein Tarif</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Special requests</source>
        <translation>Besondere Wünsche</translation>
    </message>
    <message>
        <source>Stands in {bay} already</source>
        <translation>Steht schon auf {bay}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Still to be confirmed: keep the bay until then</source>
        <translation>Noch zu bestätigen: den Stellplatz so lange freihalten</translation>
    </message>
    <message>
        <source>This hour comes twice; the first one is meant.</source>
        <translation>Diese Stunde gibt es zweimal; gemeint ist die erste.</translation>
    </message>
    <message>
        <source>Unusual here; usual is {plate}</source>
        <translation>Hier ungewöhnlich; üblich ist {plate}</translation>
    </message>
    <message>
        <source>Vehicle type</source>
        <translation>Fahrzeugtyp</translation>
    </message>
    <message>
        <source>Why book it a second time</source>
        <translation>Grund für die zweite Buchung</translation>
    </message>
    <message>
        <source>for example {plate}</source>
        <translation>zum Beispiel {plate}</translation>
    </message>
    <message>
        <source>{bay} is kept for {plate} until {time}, to be confirmed</source>
        <translation>{bay} ist bis {time} für {plate} freigehalten, noch zu bestätigen</translation>
    </message>
    <message>
        <source>“{text}” is no duration; write 90, 1h30 or 2d.</source>
        <translation>„{text}“ ist keine Dauer; möglich sind 90, 1h30 oder 2d.</translation>
    </message>
</context>
<context>
    <name>BookingsScreen</name>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
</context>
<context>
    <name>BookingsTable</name>
    <message>
        <source>Bay</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Due {amount}</source>
        <translation>Offen {amount}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Parkschein</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>BookingsView</name>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Booked twice</source>
        <translation>Doppelt gebucht</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Buchung stornieren</translation>
    </message>
    <message>
        <source>Cancel the booking of {plate}</source>
        <translation>Buchung von {plate} stornieren</translation>
    </message>
    <message>
        <source>Cancelled the booking of {plate}; {bay} is free</source>
        <translation>Buchung von {plate} storniert; {bay} ist frei</translation>
    </message>
    <message>
        <source>Driver changed plans</source>
        <translation>Fahrer hat umgeplant</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Wrong bay</source>
        <translation>Falscher Stellplatz</translation>
    </message>
    <message>
        <source>Wrong plate</source>
        <translation>Falsches Kennzeichen</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Cancel</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Ends {time}</source>
        <translation>Endet {time}</translation>
    </message>
    <message>
        <source>Held until {time}, not paid</source>
        <translation>Gehalten bis {time}, nicht bezahlt</translation>
    </message>
    <message>
        <source>Over since {time}</source>
        <translation>Überzogen seit {time}</translation>
    </message>
    <message>
        <source>Renew {span}</source>
        <translation>{span} erneuern</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} kassieren</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>unbezahlt</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Change to give back</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>{tendered} handed over for {paid}</source>
        <translation>{tendered} gegeben für {paid}</translation>
    </message>
</context>
<context>
    <name>ChargePanel</name>
    <message>
        <source>QR code to pay by</source>
        <translation>QR-Code zum Bezahlen</translation>
    </message>
</context>
<context>
    <name>ChargeWatch</name>
    <message numerus="yes">
        <source>%n card payments are open</source>
        <translation>
            <numerusform>%n Kartenzahlung ist offen</numerusform>
            <numerusform>%n Kartenzahlungen sind offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card payments need a decision</source>
        <translation>
            <numerusform>%n Kartenzahlung braucht eine Entscheidung</numerusform>
            <numerusform>%n Kartenzahlungen brauchen eine Entscheidung</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>{plate} paid {amount}</source>
        <translation>{plate} hat {amount} bezahlt</translation>
    </message>
    <message>
        <source>{plate} · the payment of {amount} is being cancelled</source>
        <translation>{plate} · die Zahlung von {amount} wird abgebrochen</translation>
    </message>
    <message>
        <source>{plate} · {amount} is being paid by card</source>
        <translation>{plate} · {amount} werden mit Karte bezahlt</translation>
    </message>
    <message>
        <source>{plate} · {amount} not paid yet: {reason}</source>
        <translation>{plate} · {amount} noch nicht bezahlt: {reason}</translation>
    </message>
    <message>
        <source>{plate} · {amount} was not paid</source>
        <translation>{plate} · {amount} wurden nicht bezahlt</translation>
    </message>
    <message>
        <source>{plate} · {amount}: {reason}</source>
        <translation>{plate} · {amount}: {reason}</translation>
    </message>
</context>
<context>
    <name>CheckOutDialog</name>
    <message>
        <source>Check out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Check out {plate}</source>
        <translation>{plate} auschecken</translation>
    </message>
    <message>
        <source>Checked out {plate}; {bay} is free</source>
        <translation>{plate} ausgecheckt; {bay} ist frei</translation>
    </message>
    <message>
        <source>{bay} · leaves before the end</source>
        <translation>{bay} · fährt vor dem Ende</translation>
    </message>
</context>
<context>
    <name>ClockGuard</name>
    <message>
        <source>This computer&apos;s clock moved back by {span}. Stays go on by the right time; set the clock.</source>
        <translation>Die Uhr dieses Rechners ging um {span} zurück. Die Parkzeiten laufen richtig weiter; bitte die Uhr stellen.</translation>
    </message>
</context>
<context>
    <name>CloseBaysDialog</name>
    <message numerus="yes">
        <source>%n of them are taken; those stays and bookings remain.</source>
        <translation>
            <numerusform>%n davon ist belegt; diese Buchung bleibt bestehen.</numerusform>
            <numerusform>%n davon sind belegt; diese Buchungen bleiben bestehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked by a vehicle</source>
        <translation>Von einem Fahrzeug blockiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Close {bays}</source>
        <translation>{bays} sperren</translation>
    </message>
    <message>
        <source>Closed {bays}: {reason}</source>
        <translation>{bays} gesperrt: {reason}</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Kept for an event</source>
        <translation>Für eine Veranstaltung</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Undo: {deed}</source>
        <translation>Rückgängig: {deed}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This is a fault in ParkDesk, not in what you did. What was saved is safe, and you can go on working. Copy the details for whoever looks after this desk.</source>
        <translation>Das ist ein Fehler in ParkDesk, nicht in der Bedienung. Gespeichertes ist sicher, und die Arbeit kann weitergehen. Die Einzelheiten bitte für die Betreuung dieser Kasse kopieren.</translation>
    </message>
</context>
<context>
    <name>CustomSpan</name>
    <message>
        <source>A report covers ten years at most.</source>
        <translation>Ein Bericht umfasst höchstens zehn Jahre.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Days to report</source>
        <translation>Zeitraum des Berichts</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>To, this day included</source>
        <translation>Bis einschließlich</translation>
    </message>
</context>
<context>
    <name>DatabaseSection</name>
    <message>
        <source>A copy of everything, made while the desk goes on working. Keep it on another disk than this one.</source>
        <translation>Eine Kopie von allem, während die Kasse weiterarbeitet. Am besten auf einem anderen Datenträger aufbewahren.</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Jetzt sichern…</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Postgres, a server</source>
        <translation>Postgres, ein Server</translation>
    </message>
    <message>
        <source>SQLite, a file on this computer</source>
        <translation>SQLite, eine Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>The backup is made</source>
        <translation>Die Sicherung ist fertig</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Diese Kasse</translation>
    </message>
    <message>
        <source>{file} was written and verified, {size} MiB.</source>
        <translation>{file} wurde geschrieben und geprüft, {size} MiB.</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Parkplatz</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>Taken back by banks</source>
        <translation>Von Banken zurückgeholt</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>Einnahmen</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>All levels</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Reading the day…</source>
        <translation>Der Tag wird gelesen…</translation>
    </message>
    <message>
        <source>Reading the week…</source>
        <translation>Woche wird gelesen…</translation>
    </message>
    <message>
        <source>The day could not be read</source>
        <translation>Der Tag konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The week could not be read</source>
        <translation>Die Woche konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Week calendar</source>
        <translation>Wochenkalender</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <source>Day: {day}</source>
        <translation>Tag: {day}</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Tag danach</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Tag davor</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>Die Woche danach</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Die Woche davor</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message numerus="yes">
        <source>%n bookings</source>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Tagesblatt</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>Takings and bookings by day</source>
        <translation>Einnahmen und Buchungen nach Tagen</translation>
    </message>
</context>
<context>
    <name>DeedDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DeskApplication</name>
    <message>
        <source>Building the demo lots…</source>
        <translation>Demo-Parkplätze werden angelegt…</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Die Kasse wird geöffnet…</translation>
    </message>
    <message>
        <source>The desk could not be opened</source>
        <translation>Die Kasse ließ sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <source>Choose one to see its price, its payments and its history.</source>
        <translation>Eine wählen, um Preis, Zahlungen und Verlauf zu sehen.</translation>
    </message>
    <message>
        <source>Due {amount}</source>
        <translation>Offen {amount}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No booking chosen</source>
        <translation>Keine Buchung gewählt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Pay {amount} · held until {time}</source>
        <translation>{amount} zahlen · gehalten bis {time}</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total, {tax}</source>
        <translation>Summe, {tax}</translation>
    </message>
</context>
<context>
    <name>DisputePart</name>
    <message>
        <source>Answer by {day} in Stripe&apos;s Dashboard.</source>
        <translation>Bis {day} in Stripes Dashboard antworten.</translation>
    </message>
    <message>
        <source>Disputed by the bank</source>
        <translation>Von der Bank bestritten</translation>
    </message>
</context>
<context>
    <name>ElsewhereDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Drucker werden gesucht…</translation>
    </message>
    <message>
        <source>Print elsewhere</source>
        <translation>Woanders drucken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern…</translation>
    </message>
    <message>
        <source>This computer knows no other printer.</source>
        <translation>Dieser Rechner kennt keinen anderen Drucker.</translation>
    </message>
    <message>
        <source>{paper} is saved as {file}</source>
        <translation>{paper} ist als {file} gesichert</translation>
    </message>
</context>
<context>
    <name>EndingCard</name>
    <message>
        <source>Ending next</source>
        <translation>Enden als Nächste</translation>
    </message>
    <message>
        <source>soonest first</source>
        <translation>die nächsten zuerst</translation>
    </message>
</context>
<context>
    <name>EndingNext</name>
    <message>
        <source>Bay</source>
        <translation>Stellplatz</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Due {amount}</source>
        <translation>Offen {amount}</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Kostenlos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Overstay due</source>
        <translation>Überzogen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Renew {span}</source>
        <translation>{span} erneuern</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} kassieren</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>ohne Buchung</translation>
    </message>
</context>
<context>
    <name>EndingView</name>
    <message>
        <source>Ending next</source>
        <translation>Enden als Nächste</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>By how much</source>
        <translation>Um wie viel</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Extend {plate}</source>
        <translation>{plate} verlängern</translation>
    </message>
    <message>
        <source>Extended {plate} in {bay} by {span}</source>
        <translation>{plate} auf {bay} um {span} verlängert</translation>
    </message>
    <message>
        <source>New end</source>
        <translation>Neues Ende</translation>
    </message>
    <message>
        <source>On top</source>
        <translation>Zusätzlich</translation>
    </message>
    <message>
        <source>“{text}” is no duration; write 90, 1h30 or 2d.</source>
        <translation>„{text}“ ist keine Dauer; möglich sind 90, 1h30 oder 2d.</translation>
    </message>
</context>
<context>
    <name>FaultModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>Average stay</source>
        <translation>Mittlere Parkdauer</translation>
    </message>
    <message>
        <source>Average ticket</source>
        <translation>Je Buchung</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Occupancy, mean</source>
        <translation>Auslastung, Mittel</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>Einnahmen</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Umschlag</translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>keine Zahlen</translation>
    </message>
    <message>
        <source>nothing before to compare</source>
        <translation>davor nichts zum Vergleich</translation>
    </message>
    <message>
        <source>peak {share} {day} {time}</source>
        <translation>Spitze {share} {day} {time}</translation>
    </message>
    <message>
        <source>vehicles a bay and day</source>
        <translation>je Platz und Tag</translation>
    </message>
    <message>
        <source>{amount} taken back by banks</source>
        <translation>{amount} von Banken zurückgeholt</translation>
    </message>
    <message>
        <source>{change} on the day before</source>
        <translation>{change} zum Vortag</translation>
    </message>
    <message>
        <source>{change} on the days before</source>
        <translation>{change} zu vorher</translation>
    </message>
</context>
<context>
    <name>FigureStrip</name>
    <message numerus="yes">
        <source>%n stays not paid</source>
        <translation>
            <numerusform>%n unbezahlt</numerusform>
            <numerusform>%n unbezahlt</numerusform>
        </translation>
    </message>
    <message>
        <source>Arriving in 1 h</source>
        <translation>Ankunft in 1 h</translation>
    </message>
    <message>
        <source>Ending in 5 min</source>
        <translation>Ende in 5 min</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>Jetzt frei</translation>
    </message>
    <message>
        <source>Overstaying</source>
        <translation>Überzogen</translation>
    </message>
    <message>
        <source>Takings today</source>
        <translation>Umsatz heute</translation>
    </message>
    <message>
        <source>all stays paid</source>
        <translation>alle bezahlt</translation>
    </message>
    <message>
        <source>expected now</source>
        <translation>jetzt erwartet</translation>
    </message>
    <message>
        <source>longest {span}</source>
        <translation>bis zu {span}</translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>um {time}</translation>
    </message>
    <message>
        <source>no stays now</source>
        <translation>gerade keine</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message numerus="yes">
        <source>of %n bays</source>
        <translation>
            <numerusform>von %n</numerusform>
            <numerusform>von %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n Stellplatz</numerusform>
            <numerusform>%n Stellplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults were found. Mend the file and choose it again.</source>
        <translation>
            <numerusform>Ein Fehler wurde gefunden. Die Datei berichtigen und erneut wählen.</numerusform>
            <numerusform>%n Fehler wurden gefunden. Die Datei berichtigen und erneut wählen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n Parkplatz</numerusform>
            <numerusform>%n Parkplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Erst eine Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a lot file</source>
        <translation>Parkplatzdatei wählen</translation>
    </message>
    <message>
        <source>Faults of the file</source>
        <translation>Fehler der Datei</translation>
    </message>
    <message>
        <source>Lot files (*.csv *.txt);;All files (*)</source>
        <translation>Parkplatzdateien (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>One row a lot (name, capacity, timezone, currency), or one row a bay (lot, code, row, column …). Time zone and currency come from the file.</source>
        <translation>Eine Zeile je Parkplatz (name, capacity, timezone, currency) oder je Stellplatz (lot, code, row, column …). Zeitzone und Währung stehen in der Datei.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>{lots} with {bays}: {names}</source>
        <translation>{lots} mit {bays}: {names}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Every tender</source>
        <translation>Jede Zahlart</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>IOUs</source>
        <translation>Schuldscheine</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Part of a plate</source>
        <translation>Teil des Kennzeichens</translation>
    </message>
    <message>
        <source>Part of a plate, a ticket, or a receipt&apos;s number</source>
        <translation>Teil eines Kennzeichens, ein Parkschein oder eine Quittungsnummer</translation>
    </message>
    <message>
        <source>Plate, ticket or receipt</source>
        <translation>Kennzeichen, Parkschein, Quittung</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Zahlart</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Which bookings</source>
        <translation>Welche Buchungen</translation>
    </message>
    <message>
        <source>Which payments</source>
        <translation>Welche Zahlungen</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Bay {bay}</source>
        <translation>Stellplatz {bay}</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>bis {moment}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Kasse öffnen</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>The desk could not be read</source>
        <translation>Die Kasse konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation>Zahlung abbrechen</translation>
    </message>
    <message>
        <source>Cannot pay…</source>
        <translation>Kann nicht zahlen…</translation>
    </message>
    <message>
        <source>Cash instead</source>
        <translation>Doch bar</translation>
    </message>
    <message>
        <source>Check out without payment</source>
        <translation>Ohne Zahlung auschecken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Print ticket</source>
        <translation>Parkschein drucken</translation>
    </message>
    <message>
        <source>Take the rest</source>
        <translation>Rest kassieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>GiveBackDialog</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <source>Forgiven: the stay costs that much less.</source>
        <translation>Erlassen: Der Aufenthalt kostet so viel weniger.</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>{amount} zurückgeben</translation>
    </message>
    <message>
        <source>Give it back the way it came; this only writes it down.</source>
        <translation>Auf dem Weg zurückgeben, auf dem es kam; hier wird es nur vermerkt.</translation>
    </message>
    <message>
        <source>Give it to the driver from the till.</source>
        <translation>Der Fahrerin oder dem Fahrer aus der Kasse geben.</translation>
    </message>
    <message>
        <source>Give money back to {plate}</source>
        <translation>{plate} Geld zurückgeben</translation>
    </message>
    <message>
        <source>Give {amount} back to {plate}</source>
        <translation>{amount} an {plate} zurückgeben</translation>
    </message>
    <message>
        <source>It goes back to the card by itself, in five to ten days.</source>
        <translation>Es geht von selbst auf die Karte zurück, in fünf bis zehn Tagen.</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Früher gefahren</translation>
    </message>
    <message>
        <source>Owed again: the payment was wrong and is taken anew.</source>
        <translation>Wieder offen: Die Zahlung war falsch und wird neu kassiert.</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>Doppelt bezahlt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>Falscher Betrag</translation>
    </message>
    <message>
        <source>{amount} are on their way back to the card of {plate}</source>
        <translation>{amount} sind unterwegs zurück zur Karte von {plate}</translation>
    </message>
    <message>
        <source>{left} of {amount} are left · {tender}</source>
        <translation>{left} von {amount} sind übrig · {tender}</translation>
    </message>
</context>
<context>
    <name>HandBacks</name>
    <message numerus="yes">
        <source>%n drivers have cash to get back</source>
        <translation>
            <numerusform>%n Fahrer bekommt Bargeld zurück</numerusform>
            <numerusform>%n Fahrer bekommen Bargeld zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>Give {amount} back in cash to {plate}: the booking was let go</source>
        <translation>{amount} bar an {plate} zurückgeben: Die Buchung ist verfallen</translation>
    </message>
    <message>
        <source>Give {amount} back to {plate}: the booking was let go</source>
        <translation>{amount} an {plate} zurückgeben: Die Buchung ist verfallen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Nobody came for it</source>
        <translation>Niemand kam</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>{amount} of {plate} stay here</source>
        <translation>{amount} von {plate} bleiben hier</translation>
    </message>
    <message>
        <source>{plate} has {amount} back</source>
        <translation>{plate} hat {amount} zurück</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message numerus="yes">
        <source>%n checks found something</source>
        <translation>
            <numerusform>%n Prüfung mit Befund</numerusform>
            <numerusform>%n Prüfungen mit Befund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong figures were counted anew</source>
        <translation>
            <numerusform>%n falsche Zahl wurde neu gezählt</numerusform>
            <numerusform>%n falsche Zahlen wurden neu gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Count the figures anew</source>
        <translation>Zahlen neu zählen</translation>
    </message>
    <message>
        <source>Is all well?</source>
        <translation>Ist alles in Ordnung?</translation>
    </message>
    <message>
        <source>It reads the whole journal, and so may take a while.</source>
        <translation>Liest das ganze Journal und kann deshalb etwas dauern.</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>When it is full</source>
        <translation>Wann es voll ist</translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>keine Zahlen</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n faults were found.</source>
        <translation>
            <numerusform>Ein Fehler wurde gefunden.</numerusform>
            <numerusform>%n Fehler wurden gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file again…</source>
        <translation>Datei erneut wählen…</translation>
    </message>
    <message>
        <source>Faults of the file</source>
        <translation>Fehler der Datei</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Parkplätze</translation>
    </message>
    <message>
        <source>Mend the file and import it again; what is right stays right.</source>
        <translation>Die Datei berichtigen und erneut einlesen.</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde eingelesen</translation>
    </message>
</context>
<context>
    <name>IouCard</name>
    <message>
        <source>A supervisor or an owner can strike it off.</source>
        <translation>Streichen kann ihn die Schichtleitung oder ein Inhaber.</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Choose one to see who owes it and why.</source>
        <translation>Einen wählen, um zu sehen, wer ihn schuldet und warum.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>No IOU chosen</source>
        <translation>Kein Schuldschein gewählt</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Owed at first</source>
        <translation>Anfangs offen</translation>
    </message>
    <message>
        <source>Paid since</source>
        <translation>Seither bezahlt</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Strike off…</source>
        <translation>Streichen…</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Ausgestellt von</translation>
    </message>
</context>
<context>
    <name>IouTable</name>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Parkschein</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Ausgestellt von</translation>
    </message>
</context>
<context>
    <name>IouView</name>
    <message>
        <source>IOUs</source>
        <translation>Schuldscheine</translation>
    </message>
</context>
<context>
    <name>IousPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>A driver who could not pay and promised to shows here until the money has come.</source>
        <translation>Wer nicht zahlen konnte und es versprochen hat, steht hier, bis das Geld da ist.</translation>
    </message>
    <message>
        <source>No IOU fits</source>
        <translation>Kein Schuldschein passt</translation>
    </message>
    <message>
        <source>Nobody owes anything</source>
        <translation>Niemand schuldet etwas</translation>
    </message>
    <message>
        <source>Reading the IOUs…</source>
        <translation>Schuldscheine werden gelesen…</translation>
    </message>
    <message>
        <source>Show all IOUs</source>
        <translation>Alle Schuldscheine zeigen</translation>
    </message>
    <message>
        <source>The IOUs could not be read</source>
        <translation>Die Schuldscheine konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try fewer letters of the plate.</source>
        <translation>Weniger Zeichen des Kennzeichens versuchen.</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>A restricted key from Stripe&apos;s Dashboard (rk_…), one for each desk</source>
        <translation>Ein eingeschränkter Schlüssel aus Stripes Dashboard (rk_…), für jede Kasse ein eigener</translation>
    </message>
    <message>
        <source>Asking Stripe…</source>
        <translation>Stripe wird gefragt…</translation>
    </message>
    <message>
        <source>Card payments</source>
        <translation>Kartenzahlungen</translation>
    </message>
    <message>
        <source>Card payments do not work: {reason}</source>
        <translation>Kartenzahlungen gehen nicht: {reason}</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Keep this key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Stripe answers. Card payments are ready.</source>
        <translation>Stripe antwortet. Kartenzahlungen sind bereit.</translation>
    </message>
    <message>
        <source>Stripe answers. It is a test key: no money moves.</source>
        <translation>Stripe antwortet. Es ist ein Testschlüssel: kein Geld bewegt sich.</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>The key comes from {variable} in this computer&apos;s environment.</source>
        <translation>Der Schlüssel kommt aus {variable} in der Umgebung dieses Computers.</translation>
    </message>
    <message>
        <source>The key is forgotten; this is a cash desk now.</source>
        <translation>Der Schlüssel ist vergessen; diese Kasse nimmt jetzt nur Bargeld.</translation>
    </message>
    <message>
        <source>The key lies in this computer&apos;s keyring and is never shown again.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Computers und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Without a key this is a cash desk: it needs no network, and no card is ever asked.</source>
        <translation>Ohne Schlüssel nimmt diese Kasse nur Bargeld: Sie braucht kein Netz, und nie wird eine Karte verlangt.</translation>
    </message>
    <message>
        <source>through Stripe, for this desk</source>
        <translation>über Stripe, für diese Kasse</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Ending !</source>
        <translation>Endet !</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Over !!</source>
        <translation>Überzogen !!</translation>
    </message>
    <message>
        <source>Reserved R</source>
        <translation>Reserviert R</translation>
    </message>
</context>
<context>
    <name>LevelDialog</name>
    <message>
        <source>Add a level</source>
        <translation>Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Add the level</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>for example Level 2</source>
        <translation>zum Beispiel Ebene 2</translation>
    </message>
</context>
<context>
    <name>LevelTabs</name>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Bookings for later show here with the time they begin.</source>
        <translation>Spätere Buchungen erscheinen hier mit ihrem Beginn.</translation>
    </message>
    <message>
        <source>Ended, cancelled and missed bookings show here.</source>
        <translation>Beendete, stornierte und versäumte Buchungen erscheinen hier.</translation>
    </message>
    <message>
        <source>F2 books a bay, now or for later.</source>
        <translation>F2 bucht einen Stellplatz, sofort oder für später.</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
    <message>
        <source>No booking fits</source>
        <translation>Keine Buchung passt</translation>
    </message>
    <message>
        <source>No bookings yet</source>
        <translation>Noch keine Buchungen</translation>
    </message>
    <message>
        <source>No stay has ended yet</source>
        <translation>Noch kein Parkvorgang beendet</translation>
    </message>
    <message>
        <source>Nobody is expected</source>
        <translation>Niemand wird erwartet</translation>
    </message>
    <message>
        <source>Nobody is parked here now</source>
        <translation>Gerade parkt hier niemand</translation>
    </message>
    <message>
        <source>Reading the bookings…</source>
        <translation>Buchungen werden gelesen…</translation>
    </message>
    <message>
        <source>Show all bookings</source>
        <translation>Alle Buchungen zeigen</translation>
    </message>
    <message>
        <source>Stays show here, the soonest end first.</source>
        <translation>Parkvorgänge erscheinen hier, das nächste Ende zuerst.</translation>
    </message>
    <message>
        <source>The bookings could not be read</source>
        <translation>Die Buchungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try fewer letters of the plate, any day, or All instead of one kind.</source>
        <translation>Weniger Zeichen des Kennzeichens, jeden Tag oder „Alle“ statt einer Art versuchen.</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Follows the system, or stays light or dark.</source>
        <translation>Folgt dem System oder bleibt hell oder dunkel.</translation>
    </message>
    <message>
        <source>For calm, or where the system asks for less movement.</source>
        <translation>Für mehr Ruhe, oder wenn das System weniger Bewegung wünscht.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Lock this desk</source>
        <translation>Diese Kasse sperren</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Nichts bewegt sich</translation>
    </message>
    <message>
        <source>Of this window. Receipts are written in each lot&apos;s own language.</source>
        <translation>Dieses Fensters. Belege erscheinen in der Sprache des Parkplatzes.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Finger</translation>
    </message>
    <message>
        <source>Touch makes everything large enough for a finger.</source>
        <translation>„Finger“ macht alles groß genug zum Tippen.</translation>
    </message>
    <message>
        <source>When nobody has touched it for so long, it asks who is there.</source>
        <translation>Wenn sie so lange niemand benutzt hat, fragt sie, wer da ist.</translation>
    </message>
    <message>
        <source>after {span}</source>
        <translation>nach {span}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>of this desk; it takes effect at once</source>
        <translation>dieser Kasse; wirkt sofort</translation>
    </message>
</context>
<context>
    <name>LotCard</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n Stellplatz</numerusform>
            <numerusform>%n Stellplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Bays of {lot}</source>
        <translation>Stellplätze von {lot}</translation>
    </message>
    <message>
        <source>Bays…</source>
        <translation>Stellplätze…</translation>
    </message>
    <message>
        <source>Edit {lot}</source>
        <translation>{lot} bearbeiten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>holds the bay until check-out</source>
        <translation>hält den Stellplatz bis zur Ausfahrt</translation>
    </message>
    <message>
        <source>releases the bay at the end</source>
        <translation>gibt den Stellplatz am Ende frei</translation>
    </message>
</context>
<context>
    <name>LotForm</name>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Below the name and address</source>
        <translation>Unter Name und Anschrift</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>Karenzzeit</translation>
    </message>
    <message>
        <source>Hold it until check-out and charge the overstay</source>
        <translation>Bis zur Ausfahrt halten und das Überziehen berechnen</translation>
    </message>
    <message>
        <source>How long a stay may be</source>
        <translation>Wie lange geparkt werden darf</translation>
    </message>
    <message>
        <source>It starts with the usual prices of its currency; set your own under Prices.</source>
        <translation>Er beginnt mit den üblichen Preisen seiner Währung; eigene stehen unter „Preise“.</translation>
    </message>
    <message>
        <source>Laid out in rows, about {count} a level</source>
        <translation>In Reihen angelegt, etwa {count} je Ebene</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>Sprache der Belege</translation>
    </message>
    <message>
        <source>Late entry, at most</source>
        <translation>Nachtrag, höchstens</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Longest stay</source>
        <translation>Längste Parkzeit</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Parkplätze</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New lot</source>
        <translation>Neuer Parkplatz</translation>
    </message>
    <message>
        <source>Number of bays</source>
        <translation>Anzahl der Stellplätze</translation>
    </message>
    <message>
        <source>One-key durations</source>
        <translation>Dauern auf Tasten</translation>
    </message>
    <message>
        <source>Release the bay, whoever stands there</source>
        <translation>Den Stellplatz freigeben, wer auch darauf steht</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Say, thanks and a number to call</source>
        <translation>Etwa ein Dank und eine Rufnummer</translation>
    </message>
    <message>
        <source>Say, the company and its tax number; a receipt keeps what it was issued with</source>
        <translation>Etwa die Firma und ihre Steuernummer; eine Quittung behält, womit sie ausgestellt wurde</translation>
    </message>
    <message>
        <source>Shortest stay</source>
        <translation>Kürzeste Parkzeit</translation>
    </message>
    <message>
        <source>Tickets and receipts</source>
        <translation>Parkscheine und Quittungen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Usual stay</source>
        <translation>Übliche Parkzeit</translation>
    </message>
    <message>
        <source>When the time of a stay is up</source>
        <translation>Wenn die Parkzeit abgelaufen ist</translation>
    </message>
    <message>
        <source>before either happens</source>
        <translation>bevor eines davon geschieht</translation>
    </message>
    <message>
        <source>how far back a supervisor may enter a start</source>
        <translation>wie weit zurück die Schichtleitung einen Beginn eintragen darf</translation>
    </message>
    <message>
        <source>time zone and currency stay as they are</source>
        <translation>Zeitzone und Währung bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>{lot} is saved</source>
        <translation>{lot} ist gespeichert</translation>
    </message>
</context>
<context>
    <name>LotGrid</name>
    <message>
        <source>Bays</source>
        <translation>Stellplätze</translation>
    </message>
    <message>
        <source>drive lane  →</source>
        <translation>Fahrgasse  →</translation>
    </message>
</context>
<context>
    <name>LotList</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n Stellplatz</numerusform>
            <numerusform>%n Stellplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n Parkplatz</numerusform>
            <numerusform>%n Parkplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a lot…</source>
        <translation>Parkplatz hinzufügen…</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei einlesen…</translation>
    </message>
    <message>
        <source>Lots and bays</source>
        <translation>Parkplätze und Stellplätze</translation>
    </message>
    <message>
        <source>Sample files</source>
        <translation>Beispieldateien</translation>
    </message>
    <message>
        <source>Two lot files to begin with: one row a lot, and one row a bay</source>
        <translation>Zwei Parkplatzdateien zum Anfangen: eine Zeile je Parkplatz und eine je Stellplatz</translation>
    </message>
</context>
<context>
    <name>LotScreen</name>
    <message numerus="yes">
        <source>%n bays</source>
        <translation>
            <numerusform>%n Stellplatz</numerusform>
            <numerusform>%n Stellplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n levels</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <source>An owner adds the first one under Settings, or imports a file of bays.</source>
        <translation>Ein Inhaber legt den ersten unter „Einstellungen“ an oder liest eine Datei ein.</translation>
    </message>
    <message>
        <source>An owner adds them under Settings, one by one or from a file.</source>
        <translation>Ein Inhaber legt sie unter „Einstellungen“ an, einzeln oder aus einer Datei.</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Parkplatz</translation>
    </message>
    <message>
        <source>No lot yet</source>
        <translation>Noch kein Parkplatz</translation>
    </message>
    <message>
        <source>Reading the lot…</source>
        <translation>Der Parkplatz wird gelesen…</translation>
    </message>
    <message>
        <source>The lot could not be read</source>
        <translation>Der Parkplatz konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>{lot} has no bays yet</source>
        <translation>{lot} hat noch keine Stellplätze</translation>
    </message>
</context>
<context>
    <name>LotStep</name>
    <message>
        <source>Bays for cars</source>
        <translation>Stellplätze für Pkw</translation>
    </message>
    <message>
        <source>CSV: lots or single bays</source>
        <translation>CSV: Parkplätze oder einzelne Stellplätze</translation>
    </message>
    <message>
        <source>Free the bay</source>
        <translation>Stellplatz freigeben</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>Keep it until check-out</source>
        <translation>Bis zur Ausfahrt halten</translation>
    </message>
    <message>
        <source>Name of the lot</source>
        <translation>Name des Parkplatzes</translation>
    </message>
    <message>
        <source>Price of an hour</source>
        <translation>Preis einer Stunde</translation>
    </message>
    <message>
        <source>Price of an hour, {currency}</source>
        <translation>Preis einer Stunde, {currency}</translation>
    </message>
    <message>
        <source>Take what comes nearest; all of it can be changed later under Settings.</source>
        <translation>Das Ähnlichste nehmen; alles lässt sich später unter „Einstellungen“ ändern.</translation>
    </message>
    <message>
        <source>When the time is up</source>
        <translation>Wenn die Zeit um ist</translation>
    </message>
    <message>
        <source>Your first lot</source>
        <translation>Der erste Parkplatz</translation>
    </message>
    <message>
        <source>Your lot</source>
        <translation>Ihr Parkplatz</translation>
    </message>
</context>
<context>
    <name>LotsSection</name>
    <message numerus="yes">
        <source>%n bays added</source>
        <translation>
            <numerusform>%n Stellplatz hinzugefügt</numerusform>
            <numerusform>%n Stellplätze hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bays changed</source>
        <translation>
            <numerusform>%n Stellplatz geändert</numerusform>
            <numerusform>%n Stellplätze geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots added</source>
        <translation>
            <numerusform>%n Parkplatz hinzugefügt</numerusform>
            <numerusform>%n Parkplätze hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots changed</source>
        <translation>
            <numerusform>%n Parkplatz geändert</numerusform>
            <numerusform>%n Parkplätze geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a lot file</source>
        <translation>Parkplatzdatei einlesen</translation>
    </message>
    <message>
        <source>Lot files (*.csv)</source>
        <translation>Parkplatzdateien (*.csv)</translation>
    </message>
    <message>
        <source>Reading the lots…</source>
        <translation>Die Parkplätze werden gelesen…</translation>
    </message>
    <message>
        <source>The file says nothing new; nothing was changed</source>
        <translation>Die Datei enthält nichts Neues; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The lots could not be read</source>
        <translation>Die Parkplätze konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>MailCard</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Empty keeps the one there is</source>
        <translation>Leer bleibt das bisherige</translation>
    </message>
    <message>
        <source>Knocking at the mail server…</source>
        <translation>Der Mailserver wird gefragt…</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>The address that receipts come from</source>
        <translation>Die Adresse, von der Quittungen kommen</translation>
    </message>
    <message>
        <source>The mail server is ready.</source>
        <translation>Der Mailserver ist bereit.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Without a mail server this desk sends no e-mail.</source>
        <translation>Ohne Mailserver verschickt diese Kasse keine E-Mail.</translation>
    </message>
    <message>
        <source>for receipts on wish</source>
        <translation>für Quittungen auf Wunsch</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the receipt by e-mail</source>
        <translation>Quittung per E-Mail senden</translation>
    </message>
    <message>
        <source>The receipt goes to {address}</source>
        <translation>Die Quittung geht an {address}</translation>
    </message>
</context>
<context>
    <name>MailPart</name>
    <message>
        <source>Let be.</source>
        <translation>Abgehakt.</translation>
    </message>
    <message>
        <source>Let it be</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Not sent to {address}</source>
        <translation>Nicht an {address} gesendet</translation>
    </message>
    <message>
        <source>Receipt by e-mail</source>
        <translation>Quittung per E-Mail</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Sent to {address}</source>
        <translation>An {address} gesendet</translation>
    </message>
    <message>
        <source>The receipt goes to {address} once more</source>
        <translation>Die Quittung geht noch einmal an {address}</translation>
    </message>
    <message>
        <source>The receipt to {address} need not arrive</source>
        <translation>Die Quittung an {address} muss nicht ankommen</translation>
    </message>
    <message>
        <source>The receipt to {address} was not sent.</source>
        <translation>Die Quittung an {address} wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Tried again {when}.</source>
        <translation>Nächster Versuch: {when}.</translation>
    </message>
    <message>
        <source>Waits to be sent to {address}</source>
        <translation>Wartet auf den Versand an {address}</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>MoneyForm</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>{amount} too little</source>
        <translation>{amount} zu wenig</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>%n bays are free for it</source>
        <translation>
            <numerusform>%n Stellplatz ist dafür frei</numerusform>
            <numerusform>%n Stellplätze sind dafür frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Free bays</source>
        <translation>Freie Stellplätze</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umsetzen</translation>
    </message>
    <message>
        <source>Move {plate}</source>
        <translation>{plate} umsetzen</translation>
    </message>
    <message>
        <source>Moved {plate} from {old} to {new}</source>
        <translation>{plate} von {old} nach {new} umgesetzt</translation>
    </message>
    <message>
        <source>No free bay here is called {bay}.</source>
        <translation>Hier heißt kein freier Stellplatz {bay}.</translation>
    </message>
    <message>
        <source>Reading the free bays…</source>
        <translation>Freie Stellplätze werden gelesen…</translation>
    </message>
    <message>
        <source>To bay</source>
        <translation>Auf Stellplatz</translation>
    </message>
    <message>
        <source>from {bay}</source>
        <translation>von {bay}</translation>
    </message>
</context>
<context>
    <name>NoShowDialog</name>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>The {amount} paid stay with the lot: the bay was held. It is free from now on.</source>
        <translation>Die gezahlten {amount} bleiben beim Parkplatz: Der Stellplatz war freigehalten. Ab jetzt ist er frei.</translation>
    </message>
    <message>
        <source>{plate} did not come</source>
        <translation>{plate} kam nicht</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Keep note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on {plate}</source>
        <translation>Notiz zu {plate}</translation>
    </message>
    <message>
        <source>Noted on {plate}</source>
        <translation>Notiz zu {plate} gespeichert</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n bookings ended as no-shows</source>
        <translation>
            <numerusform>%n Buchung als nicht erschienen beendet</numerusform>
            <numerusform>%n Buchungen als nicht erschienen beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookings were not paid in time</source>
        <translation>
            <numerusform>%n Buchung wurde nicht rechtzeitig bezahlt</numerusform>
            <numerusform>%n Buchungen wurden nicht rechtzeitig bezahlt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n Parkplatz</numerusform>
            <numerusform>%n Parkplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests were not confirmed in time</source>
        <translation>
            <numerusform>%n Anfrage wurde nicht rechtzeitig bestätigt</numerusform>
            <numerusform>%n Anfragen wurden nicht rechtzeitig bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays are past their end</source>
        <translation>
            <numerusform>%n Parkvorgang ist überzogen</numerusform>
            <numerusform>%n Parkvorgänge sind überzogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays end within five minutes</source>
        <translation>
            <numerusform>%n Parkvorgang endet in fünf Minuten</numerusform>
            <numerusform>%n Parkvorgänge enden in fünf Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays have ended; their bays are free</source>
        <translation>
            <numerusform>%n Parkvorgang ist beendet; der Stellplatz ist frei</numerusform>
            <numerusform>%n Parkvorgänge sind beendet; die Stellplätze sind frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Bay {bay} is free: the booking of {plate} was not paid in time</source>
        <translation>Stellplatz {bay} ist frei: Die Buchung von {plate} wurde nicht rechtzeitig bezahlt</translation>
    </message>
    <message>
        <source>Bay {bay} is free: the request for {plate} was not confirmed in time</source>
        <translation>Stellplatz {bay} ist frei: Die Anfrage für {plate} wurde nicht rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>Bay {bay} is free: {plate} did not come</source>
        <translation>Stellplatz {bay} ist frei: {plate} ist nicht erschienen</translation>
    </message>
    <message>
        <source>Bay {bay} is free: {plate} ended at {time}</source>
        <translation>Stellplatz {bay} ist frei: {plate} endete um {time}</translation>
    </message>
    <message>
        <source>Bay {bay} · {plate} ends at {time}</source>
        <translation>Stellplatz {bay} · {plate} endet um {time}</translation>
    </message>
    <message>
        <source>Bay {bay} · {plate} has overstayed since {time}</source>
        <translation>Stellplatz {bay} · {plate} hat seit {time} überzogen</translation>
    </message>
    <message>
        <source>{amount} to pay</source>
        <translation>{amount} zu zahlen</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the desk…</source>
        <translation>Die Kasse wird geöffnet…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>An owner signs in</source>
        <translation>Ein Inhaber meldet sich an</translation>
    </message>
    <message>
        <source>At least {count} characters</source>
        <translation>Mindestens {count} Zeichen</translation>
    </message>
    <message>
        <source>Lots are an owner&apos;s to add.</source>
        <translation>Parkplätze legt ein Inhaber an.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>PIN, if wanted</source>
        <translation>PIN, falls gewünscht</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort wiederholen</translation>
    </message>
    <message>
        <source>The owner may do everything: prices, people, reports. Others are added later.</source>
        <translation>Der Inhaber darf alles: Preise, Personen, Berichte. Weitere kommen später dazu.</translation>
    </message>
    <message>
        <source>The owner&apos;s account</source>
        <translation>Das Konto des Inhabers</translation>
    </message>
    <message>
        <source>The two passwords differ; type them again.</source>
        <translation>Die Passwörter stimmen nicht überein; bitte neu eingeben.</translation>
    </message>
    <message>
        <source>{least} to {most} digits, to change quickly who works at the open desk</source>
        <translation>{least} bis {most} Ziffern, zum schnellen Wechsel an der offenen Kasse</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>{paper} is saved as {file}</source>
        <translation>{paper} ist als {file} gesichert</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>E-mail…</source>
        <translation>E-Mail…</translation>
    </message>
    <message>
        <source>Entry ticket</source>
        <translation>Parkschein</translation>
    </message>
    <message>
        <source>Entry ticket {code}</source>
        <translation>Parkschein {code}</translation>
    </message>
    <message>
        <source>Issue receipt</source>
        <translation>Quittung ausstellen</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Money was taken for this stay without a receipt. Issue one now; it draws the next number.</source>
        <translation>Hierfür wurde ohne Quittung kassiert. Jetzt ausgestellt, erhält sie die nächste Nummer.</translation>
    </message>
    <message>
        <source>New receipt</source>
        <translation>Neue Quittung</translation>
    </message>
    <message>
        <source>No receipt yet</source>
        <translation>Noch keine Quittung</translation>
    </message>
    <message>
        <source>Nothing has been paid for this stay yet. The entry ticket can be printed at any time.</source>
        <translation>Hierfür ist noch nichts bezahlt. Der Parkschein lässt sich jederzeit drucken.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Papers given</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Reading the papers…</source>
        <translation>Belege werden gelesen…</translation>
    </message>
    <message>
        <source>Receipt {code}</source>
        <translation>Quittung {code}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern…</translation>
    </message>
    <message>
        <source>The papers could not be read</source>
        <translation>Die Belege ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>This desk has no printer</source>
        <translation>Diese Kasse hat keinen Drucker</translation>
    </message>
    <message>
        <source>Ticket and receipts</source>
        <translation>Parkschein und Quittungen</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Which paper</source>
        <translation>Welcher Beleg</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>sent {when}</source>
        <translation>gesendet {when}</translation>
    </message>
    <message>
        <source>tried {count} times</source>
        <translation>{count} Mal versucht</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Show what was typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Check out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Checked out {plate}; {amount} is still owed</source>
        <translation>{plate} ausgecheckt; {amount} sind noch offen</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>The price was asked a while ago. This is what it is now.</source>
        <translation>Der Preis ist schon älter. So viel ist es jetzt.</translation>
    </message>
    <message>
        <source>Took {amount} and checked out {plate}</source>
        <translation>{amount} kassiert und {plate} ausgecheckt</translation>
    </message>
    <message>
        <source>Took {amount} for {plate}</source>
        <translation>{amount} für {plate} kassiert</translation>
    </message>
    <message>
        <source>change {amount}</source>
        <translation>zurück {amount}</translation>
    </message>
    <message>
        <source>{plate} has paid and is checked out</source>
        <translation>{plate} hat bezahlt und ist ausgecheckt</translation>
    </message>
</context>
<context>
    <name>PaymentPages</name>
    <message>
        <source>Take {amount}</source>
        <translation>{amount} kassieren</translation>
    </message>
</context>
<context>
    <name>PaymentsScreen</name>
    <message>
        <source>Card payments wait here until the driver has paid.</source>
        <translation>Kartenzahlungen warten hier, bis bezahlt ist.</translation>
    </message>
    <message>
        <source>No payment fits</source>
        <translation>Keine Zahlung passt</translation>
    </message>
    <message>
        <source>No payment is open</source>
        <translation>Keine Zahlung ist offen</translation>
    </message>
    <message>
        <source>No payments yet</source>
        <translation>Noch keine Zahlungen</translation>
    </message>
    <message>
        <source>None in the last three months.</source>
        <translation>Keine in den letzten drei Monaten.</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nichts zu klären</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Reading the payments…</source>
        <translation>Zahlungen werden gelesen…</translation>
    </message>
    <message>
        <source>Show all payments</source>
        <translation>Alle Zahlungen zeigen</translation>
    </message>
    <message>
        <source>The payments could not be read</source>
        <translation>Die Zahlungen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try another day or tender, or fewer letters of the plate.</source>
        <translation>Einen anderen Tag, eine andere Zahlart oder weniger Zeichen des Kennzeichens versuchen.</translation>
    </message>
    <message>
        <source>What drivers pay in this lot shows here, the newest first.</source>
        <translation>Was auf diesem Parkplatz bezahlt wird, steht hier, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>What the desk cannot decide by itself shows here.</source>
        <translation>Was die Kasse nicht selbst entscheiden kann, steht hier.</translation>
    </message>
</context>
<context>
    <name>PaymentsTable</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Kassiert von</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Zahlart</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Parkschein</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>PaymentsView</name>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
</context>
<context>
    <name>PeopleCards</name>
    <message>
        <source>Who is working?</source>
        <translation>Wer arbeitet?</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>ausgeschieden</translation>
    </message>
    <message>
        <source>work, reports</source>
        <translation>Kasse, Berichte</translation>
    </message>
    <message>
        <source>work, reports, overrides</source>
        <translation>Kasse, Berichte, Ausnahmen</translation>
    </message>
    <message>
        <source>works here</source>
        <translation>arbeitet hier</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message numerus="yes">
        <source>%n work here</source>
        <translation>
            <numerusform>%n arbeitet hier</numerusform>
            <numerusform>%n arbeiten hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Person hinzufügen…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>The people could not be read</source>
        <translation>Die Personen konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>PersonChip</name>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}, {role}</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>May give money back</source>
        <translation>Darf Geld zurückgeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Supervisor: overrides, late entries</source>
        <translation>Schichtleitung: Ausnahmen, Nachträge</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>Works here and can sign in</source>
        <translation>Arbeitet hier und kann sich anmelden</translation>
    </message>
    <message>
        <source>at least {least} characters</source>
        <translation>mindestens {least} Zeichen</translation>
    </message>
    <message>
        <source>empty: as it was</source>
        <translation>leer: wie bisher</translation>
    </message>
    <message>
        <source>{least} to {most} digits, to change who works at an open desk</source>
        <translation>{least} bis {most} Ziffern, zum Wechseln an der offenen Kasse</translation>
    </message>
    <message>
        <source>{name} is saved</source>
        <translation>{name} ist gespeichert</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Take back a digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>It did not start. Start ParkDesk with --demo.</source>
        <translation>Sie ließ sich nicht starten. ParkDesk bitte mit --demo starten.</translation>
    </message>
    <message>
        <source>It is {time} there now</source>
        <translation>Dort ist es jetzt {time}</translation>
    </message>
    <message>
        <source>It opens in a window of its own and touches nothing here.</source>
        <translation>Sie öffnet sich in einem eigenen Fenster und ändert hier nichts.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language and place</source>
        <translation>Sprache und Ort</translation>
    </message>
    <message>
        <source>Language of this window</source>
        <translation>Sprache dieses Fensters</translation>
    </message>
    <message>
        <source>Only look around, in a demo</source>
        <translation>Nur ansehen, in einer Demo</translation>
    </message>
    <message>
        <source>Such as Asia/Kolkata or Europe/Berlin</source>
        <translation>Etwa Asia/Kolkata oder Europe/Berlin</translation>
    </message>
    <message>
        <source>Three letters, such as INR or EUR</source>
        <translation>Drei Buchstaben, etwa INR oder EUR</translation>
    </message>
    <message>
        <source>Three short steps, and the first car can be booked.</source>
        <translation>Drei kurze Schritte, und das erste Auto kann gebucht werden.</translation>
    </message>
    <message>
        <source>Time zone of the lot</source>
        <translation>Zeitzone des Parkplatzes</translation>
    </message>
    <message>
        <source>Welcome to ParkDesk</source>
        <translation>Willkommen bei ParkDesk</translation>
    </message>
</context>
<context>
    <name>Postman</name>
    <message>
        <source>Receipt sent to {address}</source>
        <translation>Quittung an {address} gesendet</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The receipt to {address} was not sent. {reason}</source>
        <translation>Die Quittung an {address} wurde nicht gesendet. {reason}</translation>
    </message>
</context>
<context>
    <name>PriceBlock</name>
    <message>
        <source>+ {amount} in {span}</source>
        <translation>+ {amount} in {span}</translation>
    </message>
    <message>
        <source>Due {amount}</source>
        <translation>Offen {amount}</translation>
    </message>
    <message>
        <source>Not paid yet · {amount}</source>
        <translation>Unbezahlt · {amount}</translation>
    </message>
    <message>
        <source>Pay {amount} · held until {time}</source>
        <translation>{amount} zahlen · gehalten bis {time}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total, {tax}</source>
        <translation>Summe, {tax}</translation>
    </message>
    <message>
        <source>next step + {amount} in {span}</source>
        <translation>nächster Takt + {amount} in {span}</translation>
    </message>
</context>
<context>
    <name>PriceForm</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>An hour costs</source>
        <translation>Eine Stunde kostet</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>In steps of</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>The prices include it</source>
        <translation>In den Preisen enthalten</translation>
    </message>
    <message>
        <source>Vehicle types that pay something else an hour</source>
        <translation>Fahrzeugtypen mit anderem Stundenpreis</translation>
    </message>
    <message>
        <source>a started step counts</source>
        <translation>ein angefangener Takt zählt ganz</translation>
    </message>
    <message>
        <source>empty: no minimum</source>
        <translation>leer: kein Mindestpreis</translation>
    </message>
</context>
<context>
    <name>PricesSection</name>
    <message>
        <source>Add one under Lots and bays.</source>
        <translation>Unter „Parkplätze“ hinzufügen.</translation>
    </message>
    <message>
        <source>Bookings made before keep the prices they were made with.</source>
        <translation>Frühere Buchungen behalten die Preise, zu denen sie gebucht wurden.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No lot yet</source>
        <translation>Noch kein Parkplatz</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Als neue Version speichern</translation>
    </message>
    <message>
        <source>The prices could not be read</source>
        <translation>Die Preise konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Version {number} of the prices is in force</source>
        <translation>Version {number} der Preise gilt</translation>
    </message>
    <message>
        <source>no prices yet, these are the usual ones</source>
        <translation>noch keine Preise, dies sind die üblichen</translation>
    </message>
    <message>
        <source>version {number}, in {currency}</source>
        <translation>Version {number}, in {currency}</translation>
    </message>
</context>
<context>
    <name>PrintQueue</name>
    <message>
        <source>Another printer…</source>
        <translation>Anderer Drucker…</translation>
    </message>
    <message>
        <source>Not printed any more: {papers}. Each can be printed from its stay.</source>
        <translation>Nicht mehr gedruckt: {papers}. Jeder Beleg lässt sich bei seinem Parkvorgang drucken.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>{paper} was not printed. {reason}</source>
        <translation>{paper} wurde nicht gedruckt. {reason}</translation>
    </message>
</context>
<context>
    <name>PrinterCard</name>
    <message>
        <source>A device prints; a file collects what would be printed</source>
        <translation>Ein Gerät druckt; eine Datei sammelt, was gedruckt würde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Device or file</source>
        <translation>Gerät oder Datei</translation>
    </message>
    <message>
        <source>Kind of printer</source>
        <translation>Art des Druckers</translation>
    </message>
    <message>
        <source>Name or number, with :port where it is not 9100</source>
        <translation>Name oder Nummer, mit :Port, wenn er nicht 9100 ist</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>Probedruck</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Es wird gedruckt…</translation>
    </message>
    <message>
        <source>System printer</source>
        <translation>Systemdrucker</translation>
    </message>
    <message>
        <source>The printer took it. Look whether it can be read.</source>
        <translation>Der Drucker hat ihn angenommen. Bitte prüfen, ob er lesbar ist.</translation>
    </message>
    <message>
        <source>Thermal, USB or file</source>
        <translation>Bondrucker, USB oder Datei</translation>
    </message>
    <message>
        <source>Thermal, network</source>
        <translation>Bondrucker, Netzwerk</translation>
    </message>
    <message>
        <source>This computer knows no printer</source>
        <translation>Dieser Rechner kennt keinen Drucker</translation>
    </message>
    <message>
        <source>Width of the roll</source>
        <translation>Breite der Rolle</translation>
    </message>
    <message>
        <source>of this desk; it takes effect at once</source>
        <translation>dieser Kasse; gilt sofort</translation>
    </message>
</context>
<context>
    <name>PrinterWatch</name>
    <message>
        <source>No printer</source>
        <translation>Kein Drucker</translation>
    </message>
    <message>
        <source>Printer not ready</source>
        <translation>Drucker nicht bereit</translation>
    </message>
    <message>
        <source>Printer open</source>
        <translation>Drucker offen</translation>
    </message>
    <message>
        <source>Printer out of paper</source>
        <translation>Drucker ohne Papier</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>Drucker bereit</translation>
    </message>
    <message>
        <source>Printer…</source>
        <translation>Drucker…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Es wird gedruckt…</translation>
    </message>
</context>
<context>
    <name>PrintingSection</name>
    <message>
        <source>A receipt with every sale</source>
        <translation>Eine Quittung bei jeder Zahlung</translation>
    </message>
    <message>
        <source>A sale is done before its receipt prints; it has its number whether or not it prints.</source>
        <translation>Die Zahlung gilt, bevor gedruckt wird; ihre Nummer hat sie, ob sie druckt oder nicht.</translation>
    </message>
    <message>
        <source>An entry ticket with every stay that begins</source>
        <translation>Ein Parkschein, wenn ein Parkvorgang beginnt</translation>
    </message>
    <message>
        <source>Prints by itself</source>
        <translation>Druckt von selbst</translation>
    </message>
    <message>
        <source>With the code that a scanner reads, to find the stay again at the exit.</source>
        <translation>Mit dem Code, den ein Scanner liest, um ihn bei der Ausfahrt wiederzufinden.</translation>
    </message>
    <message>
        <source>else on wish, with F9 and Ctrl+T</source>
        <translation>sonst auf Wunsch, mit F9 und Strg+T</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Cancelled automatically</source>
        <translation>Automatisch storniert</translation>
    </message>
    <message>
        <source>Cancelled by a person</source>
        <translation>Von Hand storniert</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Neither cancelled nor missed</source>
        <translation>Weder storniert noch versäumt</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Paid of what was due</source>
        <translation>Bezahlter Anteil</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Gehaltene Zusagen</translation>
    </message>
    <message>
        <source>no bookings</source>
        <translation>keine Buchungen</translation>
    </message>
    <message>
        <source>of {count} bookings</source>
        <translation>von {count} Buchungen</translation>
    </message>
</context>
<context>
    <name>QuoteView</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total, {tax}</source>
        <translation>Summe, {tax}</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>ReaderChoice</name>
    <message>
        <source>An owner adds one in Settings, Payments, with the code on its screen.</source>
        <translation>Ein Inhaber fügt ihn unter Einstellungen, Zahlungen hinzu, mit dem Code auf seinem Bildschirm.</translation>
    </message>
    <message>
        <source>An owner chooses this desk&apos;s own in Settings, Payments.</source>
        <translation>Der eigene dieser Kasse wird unter Einstellungen, Zahlungen gewählt.</translation>
    </message>
    <message>
        <source>Looking for card readers…</source>
        <translation>Kartenleser werden gesucht…</translation>
    </message>
    <message>
        <source>No card reader was found</source>
        <translation>Kein Kartenleser wurde gefunden</translation>
    </message>
    <message>
        <source>No card reader yet</source>
        <translation>Noch kein Kartenleser</translation>
    </message>
    <message>
        <source>Which card reader?</source>
        <translation>Welcher Kartenleser?</translation>
    </message>
    <message>
        <source>{reader} · offline</source>
        <translation>{reader} · offline</translation>
    </message>
</context>
<context>
    <name>ReadersCard</name>
    <message>
        <source>Add card reader</source>
        <translation>Kartenleser hinzufügen</translation>
    </message>
    <message>
        <source>Add the first with the code on its screen.</source>
        <translation>Den ersten mit dem Code auf seinem Bildschirm hinzufügen.</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>F12 asks the one that is chosen here</source>
        <translation>F12 fragt den, der hier gewählt ist</translation>
    </message>
    <message>
        <source>Looking for card readers…</source>
        <translation>Kartenleser werden gesucht…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No card reader yet</source>
        <translation>Noch kein Kartenleser</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Readers need a key for card payments.</source>
        <translation>Kartenleser brauchen einen Schlüssel für Kartenzahlungen.</translation>
    </message>
    <message>
        <source>Settings on the reader&apos;s screen show it</source>
        <translation>Die Einstellungen auf dem Leser zeigen ihn</translation>
    </message>
    <message>
        <source>The card readers could not be read</source>
        <translation>Die Kartenleser ließen sich nicht abfragen</translation>
    </message>
    <message>
        <source>This is a cash desk</source>
        <translation>Diese Kasse nimmt nur Bargeld</translation>
    </message>
    <message>
        <source>Type the code on the reader&apos;s screen.</source>
        <translation>Den Code vom Bildschirm des Lesers eingeben.</translation>
    </message>
    <message>
        <source>Where it stands, say “Exit”</source>
        <translation>Wo er steht, etwa „Ausfahrt“</translation>
    </message>
    <message>
        <source>{reader} is added</source>
        <translation>{reader} ist hinzugefügt</translation>
    </message>
</context>
<context>
    <name>ReconciliationPage</name>
    <message numerus="yes">
        <source>%n payments</source>
        <translation>
            <numerusform>%n Zahlung</numerusform>
            <numerusform>%n Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Asking Stripe…</source>
        <translation>Stripe wird gefragt…</translation>
    </message>
    <message>
        <source>At Stripe</source>
        <translation>Bei Stripe</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Erklärt</translation>
    </message>
    <message>
        <source>Neither this lot nor Stripe has any.</source>
        <translation>Weder dieser Parkplatz noch Stripe hat welches.</translation>
    </message>
    <message>
        <source>No card money on this day</source>
        <translation>Kein Kartengeld an diesem Tag</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Only at Stripe</source>
        <translation>Nur bei Stripe</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Payment by payment</source>
        <translation>Zahlung für Zahlung</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Stripe could not be asked</source>
        <translation>Stripe war nicht zu erreichen</translation>
    </message>
    <message>
        <source>Stripe has</source>
        <translation>Stripe hat</translation>
    </message>
    <message>
        <source>Taken back by the bank</source>
        <translation>Von der Bank zurückgeholt</translation>
    </message>
    <message>
        <source>There is nothing at Stripe to compare with.</source>
        <translation>Bei Stripe gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Diese Kasse</translation>
    </message>
    <message>
        <source>This desk has</source>
        <translation>Diese Kasse hat</translation>
    </message>
    <message>
        <source>This is a cash desk</source>
        <translation>Diese Kasse nimmt nur Bargeld</translation>
    </message>
    <message>
        <source>look at each of them</source>
        <translation>jeden einzeln ansehen</translation>
    </message>
    <message>
        <source>to the unit</source>
        <translation>auf den Cent</translation>
    </message>
    <message>
        <source>what came in less what went back</source>
        <translation>was einging, abzüglich dessen, was zurückging</translation>
    </message>
    <message>
        <source>{amount} taken back by banks</source>
        <translation>{amount} von Banken zurückgeholt</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Überweisung</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n Parkplatz</numerusform>
            <numerusform>%n Parkplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>Wird zusammengezählt…</translation>
    </message>
    <message>
        <source>All lots</source>
        <translation>Alle Parkplätze</translation>
    </message>
    <message>
        <source>Card money</source>
        <translation>Kartengeld</translation>
    </message>
    <message>
        <source>Choose other days, or come back after the first stay.</source>
        <translation>Andere Tage wählen oder nach dem ersten Parkvorgang wiederkommen.</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Zeitraum…</translation>
    </message>
    <message>
        <source>Days to report</source>
        <translation>Zeitraum des Berichts</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Parkplätze</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Nothing was booked in these days</source>
        <translation>In diesen Tagen wurde nichts gebucht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>{file} gespeichert</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The report could not be read</source>
        <translation>Der Bericht konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>This lot</source>
        <translation>Nur dieser</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>read from the server at {time}</source>
        <translation>vom Server gelesen um {time}</translation>
    </message>
    <message>
        <source>read from this computer at {time}</source>
        <translation>hier gelesen um {time}</translation>
    </message>
    <message>
        <source>works without a network</source>
        <translation>auch ohne Netz</translation>
    </message>
</context>
<context>
    <name>ResultRow</name>
    <message>
        <source>Certificates for secure connections</source>
        <translation>Zertifikate für sichere Verbindungen</translation>
    </message>
    <message>
        <source>Daily figures against all bookings</source>
        <translation>Tageszahlen gegen alle Buchungen</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Database and its schema</source>
        <translation>Datenbank und ihr Schema</translation>
    </message>
    <message>
        <source>Journal, every entry of every desk</source>
        <translation>Journal, jeder Eintrag jeder Kasse</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message numerus="yes">
        <source>%n bays added</source>
        <translation>
            <numerusform>%n Stellplatz hinzugefügt</numerusform>
            <numerusform>%n Stellplätze hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a row of bays</source>
        <translation>Stellplatzreihe hinzufügen</translation>
    </message>
    <message>
        <source>Add the row</source>
        <translation>Reihe hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>First code</source>
        <translation>Erste Nummer</translation>
    </message>
    <message>
        <source>First place</source>
        <translation>Erster Platz</translation>
    </message>
    <message>
        <source>Have</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>Row on the plan</source>
        <translation>Reihe im Plan</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>A booking only stands once it is paid; until then its bay is held, then let go.</source>
        <translation>Eine Buchung gilt erst, wenn sie bezahlt ist; bis dahin wird ihr Stellplatz gehalten, dann freigegeben.</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>At booking, during the stay or at the exit.</source>
        <translation>Beim Buchen, während des Parkens oder bei der Ausfahrt.</translation>
    </message>
    <message>
        <source>At the exit</source>
        <translation>Bei der Ausfahrt</translation>
    </message>
    <message>
        <source>Holds an unpaid bay for</source>
        <translation>Hält einen unbezahlten Stellplatz</translation>
    </message>
    <message>
        <source>Nobody is asked before the exit.</source>
        <translation>Vor der Ausfahrt wird niemand gefragt.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing goes back by itself; a person may still give money back.</source>
        <translation>Nichts geht von selbst zurück; von Hand kann Geld zurückgegeben werden.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The lot&apos;s rules</source>
        <translation>Regeln des Parkplatzes</translation>
    </message>
    <message>
        <source>The price of the time that nobody stood there goes back by itself.</source>
        <translation>Der Preis der Zeit, in der niemand dort stand, geht von selbst zurück.</translation>
    </message>
    <message>
        <source>The rules of {lot} are saved</source>
        <translation>Die Regeln von {lot} sind gespeichert</translation>
    </message>
    <message>
        <source>The whole price goes back where a paid booking is cancelled.</source>
        <translation>Der ganze Preis geht zurück, wenn eine bezahlte Buchung storniert wird.</translation>
    </message>
    <message>
        <source>What goes back</source>
        <translation>Was zurückgeht</translation>
    </message>
    <message>
        <source>What goes back when a paid booking is cancelled, shortened or moved</source>
        <translation>Was zurückgeht, wenn eine bezahlte Buchung storniert, verkürzt oder umgesetzt wird</translation>
    </message>
    <message>
        <source>What was not used</source>
        <translation>Was nicht genutzt wurde</translation>
    </message>
    <message>
        <source>When drivers pay</source>
        <translation>Wann bezahlt wird</translation>
    </message>
    <message>
        <source>When it is booked</source>
        <translation>Beim Buchen</translation>
    </message>
    <message>
        <source>Whenever it suits</source>
        <translation>Wann es passt</translation>
    </message>
    <message>
        <source>Whoever does not come gets nothing back by any of these rules: the bay was held.</source>
        <translation>Wer nicht erscheint, bekommt nach keiner dieser Regeln etwas zurück: Der Stellplatz war freigehalten.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>What a stay costs</source>
        <translation>Was Parken kostet</translation>
    </message>
    <message>
        <source>{span} in lines</source>
        <translation>{span} im Einzelnen</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>No database</source>
        <translation>Keine Datenbank</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert…</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Nothing here fits “{text}”. Try part of a plate, a ticket or a bay.</source>
        <translation>Nichts passt zu „{text}“. Möglich sind Teile des Kennzeichens, ein Parkschein oder ein Stellplatz.</translation>
    </message>
    <message>
        <source>Plate, ticket, driver or bay</source>
        <translation>Kennzeichen, Parkschein, Fahrer oder Stellplatz</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>SecretCard</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>That PIN is not right.</source>
        <translation>Diese PIN stimmt nicht.</translation>
    </message>
    <message>
        <source>That password is not right.</source>
        <translation>Dieses Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Try again in {span}, or ask an owner for a new password.</source>
        <translation>Zu viele Fehlversuche. In {span} erneut versuchen oder einen Inhaber um ein neues Passwort bitten.</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Mit PIN</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>Mit Passwort</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Database and backup</source>
        <translation>Datenbank, Sicherung</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Lots and bays</source>
        <translation>Parkplätze</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Vehicle types</source>
        <translation>Fahrzeugtypen</translation>
    </message>
    <message>
        <source>Your sign-in</source>
        <translation>Meine Anmeldung</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settled</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>Settled: {note}</source>
        <translation>Geklärt: {note}</translation>
    </message>
    <message>
        <source>This was looked at</source>
        <translation>Das ist angesehen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>By day</source>
        <translation>Nach Tagen</translation>
    </message>
    <message>
        <source>Takings by day</source>
        <translation>Einnahmen nach Tagen</translation>
    </message>
    <message>
        <source>Takings by month</source>
        <translation>Einnahmen nach Monaten</translation>
    </message>
    <message>
        <source>Takings by week</source>
        <translation>Einnahmen nach Wochen</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>Wann es voll ist</translation>
    </message>
    <message>
        <source>among the days before, in {currency}</source>
        <translation>zwischen den Tagen davor, in {currency}</translation>
    </message>
    <message>
        <source>by the day it was taken, in {currency}</source>
        <translation>am Tag der Zahlung, in {currency}</translation>
    </message>
    <message>
        <source>mean by hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>mean of four weeks, by hour</source>
        <translation>Mittel aus vier Wochen</translation>
    </message>
    <message>
        <source>{amount} from {count} bookings</source>
        <translation>{amount} aus {count} Buchungen</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message numerus="yes">
        <source>%n lots</source>
        <translation>
            <numerusform>%n Parkplatz</numerusform>
            <numerusform>%n Parkplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>The desk is locked. Everything goes on behind it.</source>
        <translation>Die Kasse ist gesperrt. Dahinter läuft alles weiter.</translation>
    </message>
    <message>
        <source>The people could not be read</source>
        <translation>Die Personen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Wer arbeitet?</translation>
    </message>
</context>
<context>
    <name>SpanChoice</name>
    <message>
        <source>Another duration</source>
        <translation>Andere Dauer</translation>
    </message>
    <message>
        <source>other, say 1h30</source>
        <translation>andere, etwa 1h30</translation>
    </message>
</context>
<context>
    <name>StartChoice</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Card payments ready</source>
        <translation>Kartenzahlung bereit</translation>
    </message>
    <message>
        <source>Card payments, test</source>
        <translation>Kartenzahlung, Test</translation>
    </message>
    <message>
        <source>Card payments…</source>
        <translation>Kartenzahlung…</translation>
    </message>
    <message>
        <source>Cash only</source>
        <translation>Nur Bargeld</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Database not reached</source>
        <translation>Datenbank nicht erreicht</translation>
    </message>
    <message>
        <source>No card payments</source>
        <translation>Keine Kartenzahlung</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Kein Drucker</translation>
    </message>
    <message>
        <source>Opening the database…</source>
        <translation>Datenbank wird geöffnet…</translation>
    </message>
    <message>
        <source>Show the card payments that are open</source>
        <translation>Die offenen Kartenzahlungen anzeigen</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>The key is a test key: no money moves.</source>
        <translation>Der Schlüssel ist ein Testschlüssel: Es fließt kein Geld.</translation>
    </message>
</context>
<context>
    <name>StayAlerts</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Step {number} of {count}: {step}</source>
        <translation>Schritt {number} von {count}: {step}</translation>
    </message>
</context>
<context>
    <name>StoryCard</name>
    <message>
        <source>At Stripe</source>
        <translation>Bei Stripe</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Choose one to see how it stands and what happened to it.</source>
        <translation>Eine wählen, um zu sehen, wie sie steht und was mit ihr geschah.</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>Zurückgeben…</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>No payment chosen</source>
        <translation>Keine Zahlung gewählt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing went back</source>
        <translation>Nichts ging zurück</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Open payment</source>
        <translation>Zahlung öffnen</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Quittung…</translation>
    </message>
    <message>
        <source>Settled…</source>
        <translation>Geklärt…</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Kassiert von</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Zahlart</translation>
    </message>
    <message>
        <source>The payment&apos;s story</source>
        <translation>Verlauf der Zahlung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>made at Stripe</source>
        <translation>bei Stripe veranlasst</translation>
    </message>
    <message>
        <source>over the desk</source>
        <translation>über den Tresen</translation>
    </message>
    <message>
        <source>to be handed over</source>
        <translation>noch auszuhändigen</translation>
    </message>
</context>
<context>
    <name>StrikeDialog</name>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht zu erreichen</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <source>Nobody asks for {amount} again. The journal keeps who struck it and why.</source>
        <translation>Niemand fragt mehr nach {amount}. Das Journal behält, wer gestrichen hat und warum.</translation>
    </message>
    <message>
        <source>Paid elsewhere</source>
        <translation>Anderswo bezahlt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Strike off the IOU of {plate}</source>
        <translation>Schuldschein von {plate} streichen</translation>
    </message>
    <message>
        <source>Strike off {amount}</source>
        <translation>{amount} streichen</translation>
    </message>
    <message>
        <source>The IOU of {plate} over {amount} is struck off</source>
        <translation>Der Schuldschein von {plate} über {amount} ist gestrichen</translation>
    </message>
    <message>
        <source>Written by mistake</source>
        <translation>Irrtümlich ausgestellt</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>For the time until now, not for all that was booked.</source>
        <translation>Für die Zeit bis jetzt, nicht für alles Gebuchte.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total, {tax}</source>
        <translation>Summe, {tax}</translation>
    </message>
</context>
<context>
    <name>TakingsChart</name>
    <message>
        <source>Takings by day</source>
        <translation>Einnahmen nach Tagen</translation>
    </message>
</context>
<context>
    <name>TenderRow</name>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>Wie bezahlt wird</translation>
    </message>
    <message>
        <source>Other terminal</source>
        <translation>Anderes Terminal</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>TimersScreen</name>
    <message numerus="yes">
        <source>%n ending</source>
        <translation>
            <numerusform>%n endet</numerusform>
            <numerusform>%n enden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n gehalten</numerusform>
            <numerusform>%n gehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n überzogen</numerusform>
            <numerusform>%n überzogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>A stay shows here with its time left as soon as a car is booked into a bay.</source>
        <translation>Sobald ein Auto auf einen Stellplatz gebucht ist, erscheint es hier mit seiner Restzeit.</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Ending {count}</source>
        <translation>Enden {count}</translation>
    </message>
    <message>
        <source>Every stay is paid</source>
        <translation>Alles ist bezahlt</translation>
    </message>
    <message>
        <source>Five minutes before its end it shows here.</source>
        <translation>Fünf Minuten vor dem Ende erscheint es hier.</translation>
    </message>
    <message>
        <source>No stay is about to end</source>
        <translation>Kein Parkvorgang endet gleich</translation>
    </message>
    <message>
        <source>Nobody is past the end</source>
        <translation>Niemand hat überzogen</translation>
    </message>
    <message>
        <source>Nothing is parked here now</source>
        <translation>Gerade parkt hier nichts</translation>
    </message>
    <message>
        <source>Over {count}</source>
        <translation>Überzogen {count}</translation>
    </message>
    <message>
        <source>Reading the lot…</source>
        <translation>Der Parkplatz wird gelesen…</translation>
    </message>
    <message>
        <source>Stays past their end show here.</source>
        <translation>Überzogene Parkvorgänge erscheinen hier.</translation>
    </message>
    <message>
        <source>Stays with money to take show here.</source>
        <translation>Parkvorgänge mit offenem Betrag erscheinen hier.</translation>
    </message>
    <message>
        <source>The lot could not be read</source>
        <translation>Der Parkplatz konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Parkzeiten</translation>
    </message>
    <message>
        <source>Unpaid {count}</source>
        <translation>Unbezahlt {count}</translation>
    </message>
    <message>
        <source>Which timers</source>
        <translation>Welche Parkzeiten</translation>
    </message>
</context>
<context>
    <name>TimersView</name>
    <message>
        <source>Timers</source>
        <translation>Parkzeiten</translation>
    </message>
</context>
<context>
    <name>TitleBlock</name>
    <message>
        <source>Choose the lot</source>
        <translation>Parkplatz wählen</translation>
    </message>
</context>
<context>
    <name>VehicleModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Typed as</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ausgemustert</translation>
    </message>
</context>
<context>
    <name>VehiclePanel</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Bays take it once it is ticked there, under Lots and bays.</source>
        <translation>Stellplätze nehmen ihn, sobald er dort angekreuzt ist, unter Parkplätze und Stellplätze.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Wieder verwenden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New vehicle type</source>
        <translation>Neuer Fahrzeugtyp</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Ausmustern</translation>
    </message>
    <message>
        <source>Retired: nothing new is booked with it. Bookings and prices keep it.</source>
        <translation>Ausgemustert: Neues wird nicht mehr damit gebucht. Buchungen und Preise behalten ihn.</translation>
    </message>
    <message>
        <source>Typed in the command bar as {code}, or the first letters of it.</source>
        <translation>In der Befehlszeile als {code} eingeben, oder die ersten Buchstaben davon.</translation>
    </message>
    <message>
        <source>{name} is added</source>
        <translation>{name} ist hinzugefügt</translation>
    </message>
    <message>
        <source>{name} is in use again</source>
        <translation>{name} wird wieder verwendet</translation>
    </message>
    <message>
        <source>{name} is renamed</source>
        <translation>{name} ist umbenannt</translation>
    </message>
    <message>
        <source>{name} is retired</source>
        <translation>{name} ist ausgemustert</translation>
    </message>
</context>
<context>
    <name>VehiclesSection</name>
    <message numerus="yes">
        <source>%n in use</source>
        <translation>
            <numerusform>%n in Gebrauch</numerusform>
            <numerusform>%n in Gebrauch</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a vehicle type…</source>
        <translation>Fahrzeugtyp hinzufügen…</translation>
    </message>
    <message>
        <source>The vehicle types could not be read</source>
        <translation>Die Fahrzeugtypen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Vehicle types</source>
        <translation>Fahrzeugtypen</translation>
    </message>
</context>
<context>
    <name>Wedge</name>
    <message>
        <source>Ticket {ticket}: bay {bay}, {plate}</source>
        <translation>Parkschein {ticket}: Stellplatz {bay}, {plate}</translation>
    </message>
</context>
<context>
    <name>WithoutMoneyDialog</name>
    <message>
        <source>Card was declined</source>
        <translation>Karte abgelehnt</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Checked out {plate}; nothing is owed</source>
        <translation>{plate} ausgecheckt; nichts ist offen</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Let {plate} go without payment</source>
        <translation>{plate} ohne Zahlung fahren lassen</translation>
    </message>
    <message>
        <source>Let {plate} pay later</source>
        <translation>{plate} später zahlen lassen</translation>
    </message>
    <message>
        <source>Network is down</source>
        <translation>Netz ausgefallen</translation>
    </message>
    <message>
        <source>No money on them</source>
        <translation>Kein Geld dabei</translation>
    </message>
    <message>
        <source>Nothing is owed any more.</source>
        <translation>Es ist nichts mehr offen.</translation>
    </message>
    <message>
        <source>Nothing to pay, with a reason…</source>
        <translation>Nichts zu zahlen, mit Grund…</translation>
    </message>
    <message>
        <source>Pay later, as an IOU…</source>
        <translation>Später zahlen, als Schuldschein…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Strike it</source>
        <translation>Erlassen</translation>
    </message>
    <message>
        <source>Strike {amount}</source>
        <translation>{amount} erlassen</translation>
    </message>
    <message>
        <source>The stay ends now and owes nothing: what was not paid is for time to come.</source>
        <translation>Der Aufenthalt endet jetzt und schuldet nichts: Unbezahlt war nur kommende Zeit.</translation>
    </message>
    <message>
        <source>The stay ends now and {amount} is struck: nobody will ask for it again.</source>
        <translation>Der Aufenthalt endet jetzt, und {amount} werden erlassen: Niemand fragt wieder danach.</translation>
    </message>
    <message>
        <source>The stay ends now and {amount} stays owed, as an IOU.</source>
        <translation>Der Aufenthalt endet jetzt, und {amount} bleiben als Schuldschein offen.</translation>
    </message>
    <message>
        <source>Ticket machine was broken</source>
        <translation>Automat war defekt</translation>
    </message>
    <message>
        <source>Write an IOU</source>
        <translation>Schuldschein schreiben</translation>
    </message>
    <message>
        <source>{amount} is struck: nobody will ask for it again.</source>
        <translation>{amount} werden erlassen: Niemand fragt mehr danach.</translation>
    </message>
    <message>
        <source>{amount} stays owed, as an IOU.</source>
        <translation>{amount} bleiben offen, als Schuldschein.</translation>
    </message>
    <message>
        <source>{plate} left and owes {amount}</source>
        <translation>{plate} ist gefahren und schuldet {amount}</translation>
    </message>
    <message>
        <source>{plate} left without payment; {amount} is struck</source>
        <translation>{plate} ist ohne Zahlung gefahren; {amount} sind erlassen</translation>
    </message>
    <message>
        <source>{plate} owes nothing any more; {amount} is struck</source>
        <translation>{plate} schuldet nichts mehr; {amount} sind erlassen</translation>
    </message>
    <message>
        <source>{plate} owes {amount}</source>
        <translation>{plate} schuldet {amount}</translation>
    </message>
</context>
<context>
    <name>YouSection</name>
    <message>
        <source>Current password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>Your sign-in is changed</source>
        <translation>Die Anmeldung ist geändert</translation>
    </message>
    <message>
        <source>at least {least} characters; empty: as it was</source>
        <translation>mindestens {least} Zeichen; leer: wie bisher</translation>
    </message>
    <message>
        <source>{least} to {most} digits; empty: as it was</source>
        <translation>{least} bis {most} Ziffern; leer: wie bisher</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Command bar</source>
        <translation>Befehlszeile</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Stellplatz</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>Buchen…</translation>
    </message>
    <message>
        <source>Cancel booking…</source>
        <translation>Stornieren…</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Einchecken</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Checked in {plate} in {bay}</source>
        <translation>{plate} auf {bay} eingecheckt</translation>
    </message>
    <message>
        <source>Checked out {plate}; {bay} is free</source>
        <translation>{plate} ausgecheckt; {bay} ist frei</translation>
    </message>
    <message>
        <source>Close bays…</source>
        <translation>Stellplätze sperren…</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirmed {plate} for {bay}</source>
        <translation>{plate} für {bay} bestätigt</translation>
    </message>
    <message>
        <source>Day or week after</source>
        <translation>Tag oder Woche danach</translation>
    </message>
    <message>
        <source>Day or week before</source>
        <translation>Tag oder Woche davor</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>E-mail…</source>
        <translation>E-Mail…</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ausfahrt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Verlängern…</translation>
    </message>
    <message>
        <source>Level before</source>
        <translation>Vorige Ebene</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Kasse sperren</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Parkplatz</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Umsetzen…</translation>
    </message>
    <message>
        <source>Next level</source>
        <translation>Nächste Ebene</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Pay by QR code</source>
        <translation>Mit QR-Code zahlen</translation>
    </message>
    <message>
        <source>Pay by card reader</source>
        <translation>Am Kartenleser zahlen</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Quittung drucken</translation>
    </message>
    <message>
        <source>Print ticket</source>
        <translation>Parkschein drucken</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Quittung…</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Renewed {plate} in {bay} until {time}</source>
        <translation>{plate} auf {bay} bis {time} erneuert</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Reopened {bays}</source>
        <translation>{bays} wieder offen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Save the figures as a CSV table</source>
        <translation>Die Zahlen als CSV-Tabelle speichern</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show receipt</source>
        <translation>Quittung zeigen</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Parkvorgang</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Person wechseln</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Parkzeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last deed</source>
        <translation>Letzten Vorgang zurücknehmen</translation>
    </message>
    <message>
        <source>Undone: {deed}</source>
        <translation>Zurückgenommen: {deed}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>{count} bays</source>
        <translation>{count} Stellplätze</translation>
    </message>
    <message>
        <source>{plate} did not come; {bay} is free</source>
        <translation>{plate} ist nicht erschienen; {bay} ist frei</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
</context>
<context>
    <name>activity</name>
    <message numerus="yes">
        <source>%n bookings</source>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
</context>
<context>
    <name>bay</name>
    <message>
        <source>Booked for</source>
        <translation>Gebucht für</translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation>Gesperrt wegen</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>Earlier, {span}</source>
        <translation>Zuvor {span}</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>Next booking</source>
        <translation>Nächste Buchung</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Renewal {span}</source>
        <translation>Erneuerung {span}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Parkschein</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>barrierefrei</translation>
    </message>
    <message>
        <source>booked ahead</source>
        <translation>vorgebucht</translation>
    </message>
    <message>
        <source>charging point</source>
        <translation>Ladepunkt</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>überdacht</translation>
    </message>
    <message>
        <source>kept for permits</source>
        <translation>für Dauerparker</translation>
    </message>
    <message>
        <source>none soon</source>
        <translation>bald keine</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>ohne Buchung</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>Bay {code}</source>
        <translation>Stellplatz {code}</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>held for {time}</source>
        <translation>noch {time} gehalten</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>unbezahlt</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>noch zu bestätigen</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>{time} überzogen</translation>
    </message>
</context>
<context>
    <name>bookings</name>
    <message>
        <source>Bay</source>
        <translation>Stellplatz</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Fahrer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Überzogen</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Parkschein</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>left early</source>
        <translation>früher ausgefahren</translation>
    </message>
    <message>
        <source>not confirmed in time</source>
        <translation>nicht rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>erstattet</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>{amount} given back</source>
        <translation>{amount} zurückgegeben</translation>
    </message>
    <message>
        <source>{until}, left {left}</source>
        <translation>{until}, ausgefahren {left}</translation>
    </message>
</context>
<context>
    <name>command_bar</name>
    <message numerus="yes">
        <source>%n overstaying</source>
        <translation>
            <numerusform>%n überzogen</numerusform>
            <numerusform>%n überzogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stays fit “{text}”: </source>
        <translation>
            <numerusform>%n Parkvorgang passt zu „{text}“: </numerusform>
            <numerusform>%n Parkvorgänge passen zu „{text}“: </numerusform>
        </translation>
    </message>
    <message>
        <source>Book {bay} for {plate}</source>
        <translation>{bay} für {plate} buchen</translation>
    </message>
    <message>
        <source>Booked {bay} for {plate} from {start} until {time}</source>
        <translation>{bay} für {plate} von {start} bis {time} gebucht</translation>
    </message>
    <message>
        <source>Booked {bay} for {plate} until {time}</source>
        <translation>{bay} für {plate} bis {time} gebucht</translation>
    </message>
    <message>
        <source>By how long? For example: extend {bay} 30</source>
        <translation>Um wie viel? Zum Beispiel: verlängern {bay} 30</translation>
    </message>
    <message>
        <source>Cancel the booking of {plate} in {bay}</source>
        <translation>Buchung von {plate} auf {bay} stornieren</translation>
    </message>
    <message>
        <source>Cancelled the booking of {plate}; {bay} is free</source>
        <translation>Buchung von {plate} storniert; {bay} ist frei</translation>
    </message>
    <message>
        <source>Check in {plate} in {bay}</source>
        <translation>{plate} auf {bay} einchecken</translation>
    </message>
    <message>
        <source>Check out {plate} from {bay}</source>
        <translation>{plate} von {bay} auschecken</translation>
    </message>
    <message>
        <source>Checked in {plate} in {bay}</source>
        <translation>{plate} auf {bay} eingecheckt</translation>
    </message>
    <message>
        <source>Close {bay}</source>
        <translation>{bay} sperren</translation>
    </message>
    <message>
        <source>Closed {bays}: {reason}</source>
        <translation>{bays} gesperrt: {reason}</translation>
    </message>
    <message>
        <source>Confirm {plate} for {bay}</source>
        <translation>{plate} für {bay} bestätigen</translation>
    </message>
    <message>
        <source>Confirmed {plate} for {bay}</source>
        <translation>{plate} für {bay} bestätigt</translation>
    </message>
    <message>
        <source>End everything whose time has run out</source>
        <translation>Alles Abgelaufene beenden</translation>
    </message>
    <message>
        <source>Extend {plate} in {bay}</source>
        <translation>{plate} auf {bay} verlängern</translation>
    </message>
    <message>
        <source>Extended {plate} in {bay} by {{span}}</source>
        <translation>{plate} auf {bay} um {{span}} verlängert</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>Zum Beispiel: {example}</translation>
    </message>
    <message>
        <source>Move {plate} from {bay} to {{new}}</source>
        <translation>{plate} von {bay} nach {{new}} umsetzen</translation>
    </message>
    <message>
        <source>Moved {plate} from {bay} to {{new}}</source>
        <translation>{plate} von {bay} nach {{new}} umgesetzt</translation>
    </message>
    <message>
        <source>No bay for this vehicle is free for that time</source>
        <translation>Für dieses Fahrzeug ist dann kein Stellplatz frei</translation>
    </message>
    <message>
        <source>No stay here fits “{text}”</source>
        <translation>Kein Parkvorgang passt zu „{text}“</translation>
    </message>
    <message>
        <source>Note on {plate} in {bay}</source>
        <translation>Notiz zu {plate} auf {bay}</translation>
    </message>
    <message>
        <source>Noted on {plate}</source>
        <translation>Notiz zu {plate} gespeichert</translation>
    </message>
    <message>
        <source>Nothing fits “{text}”</source>
        <translation>Nichts passt zu „{text}“</translation>
    </message>
    <message>
        <source>Nothing is owed for {plate} in {bay}</source>
        <translation>Für {plate} auf {bay} ist nichts offen</translation>
    </message>
    <message>
        <source>Renew {plate} in {bay}</source>
        <translation>{plate} auf {bay} erneuern</translation>
    </message>
    <message>
        <source>Renewed {plate} in {bay} until {{time}}</source>
        <translation>{plate} auf {bay} bis {{time}} erneuert</translation>
    </message>
    <message>
        <source>Reopen {bay}</source>
        <translation>{bay} wieder öffnen</translation>
    </message>
    <message>
        <source>Reopened {bays}</source>
        <translation>{bays} wieder offen</translation>
    </message>
    <message>
        <source>Search everywhere for “{text}”</source>
        <translation>Überall nach „{text}“ suchen</translation>
    </message>
    <message>
        <source>Show {bay}</source>
        <translation>{bay} zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Swept: %n stays and bookings ended</source>
        <translation>
            <numerusform>Durchlauf: %n Vorgang beendet</numerusform>
            <numerusform>Durchlauf: %n Vorgänge beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the last deed of this desk</source>
        <translation>Den letzten Vorgang dieser Kasse zurücknehmen</translation>
    </message>
    <message>
        <source>Take {{amount}} for {plate} in {bay}</source>
        <translation>{{amount}} für {plate} auf {bay} kassieren</translation>
    </message>
    <message>
        <source>There is no bay {bay} in this lot</source>
        <translation>Auf diesem Parkplatz gibt es keinen Stellplatz {bay}</translation>
    </message>
    <message>
        <source>Took {amount} for {plate}</source>
        <translation>{amount} für {plate} kassiert</translation>
    </message>
    <message>
        <source>asks for a reason</source>
        <translation>fragt nach einem Grund</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>payment first</source>
        <translation>erst kassieren</translation>
    </message>
    <message>
        <source>take {amount} first</source>
        <translation>erst {amount} kassieren</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>unused time may go back</source>
        <translation>ungenutzte Zeit geht vielleicht zurück</translation>
    </message>
    <message>
        <source>{bay} does not take this vehicle type</source>
        <translation>{bay} ist für diesen Fahrzeugtyp ungeeignet</translation>
    </message>
    <message>
        <source>{bay} is closed already: {reason}</source>
        <translation>{bay} ist schon gesperrt: {reason}</translation>
    </message>
    <message>
        <source>{bay} is closed: {reason}</source>
        <translation>{bay} ist gesperrt: {reason}</translation>
    </message>
    <message>
        <source>{bay} is kept for {plate} from {time}</source>
        <translation>{bay} ist ab {time} für {plate} freigehalten</translation>
    </message>
    <message>
        <source>{bay} is not closed</source>
        <translation>{bay} ist nicht gesperrt</translation>
    </message>
    <message>
        <source>{bay} is taken</source>
        <translation>{bay} ist belegt</translation>
    </message>
    <message>
        <source>{bay} is taken by {plate}; move the booking first</source>
        <translation>{bay} ist von {plate} belegt; erst die Buchung umsetzen</translation>
    </message>
    <message>
        <source>{plate} did not come to {bay}</source>
        <translation>{plate} ist auf {bay} nicht erschienen</translation>
    </message>
    <message>
        <source>{plate} did not come; {bay} is free</source>
        <translation>{plate} ist nicht erschienen; {bay} ist frei</translation>
    </message>
    <message>
        <source>{plate} for {bay} is confirmed already</source>
        <translation>{plate} für {bay} ist schon bestätigt</translation>
    </message>
    <message>
        <source>{plate} for {bay} is not confirmed yet</source>
        <translation>{plate} für {bay} ist noch nicht bestätigt</translation>
    </message>
    <message>
        <source>{plate} in {bay} has not arrived yet</source>
        <translation>{plate} ist auf {bay} noch nicht angekommen</translation>
    </message>
    <message>
        <source>{plate} is not due in {bay} yet</source>
        <translation>{plate} wird auf {bay} noch nicht erwartet</translation>
    </message>
    <message>
        <source>{plate} is not here; book it…</source>
        <translation>{plate} ist nicht hier; buchen…</translation>
    </message>
    <message>
        <source>{plate} stands in {bay} already</source>
        <translation>{plate} steht schon auf {bay}</translation>
    </message>
    <message>
        <source>{span} early, charged from now</source>
        <translation>{span} zu früh, ab jetzt berechnet</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>{span} verspätet</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>noch {span}</translation>
    </message>
    <message>
        <source>{span} over</source>
        <translation>{span} überzogen</translation>
    </message>
    <message>
        <source>{span} until {time}</source>
        <translation>{span} bis {time}</translation>
    </message>
    <message>
        <source>“{word}” is read as part of the plate</source>
        <translation>„{word}“ zählt zum Kennzeichen</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>Bay changed</source>
        <translation>Stellplatz geändert</translation>
    </message>
    <message>
        <source>Bays added</source>
        <translation>Stellplätze hinzugefügt</translation>
    </message>
    <message>
        <source>Bays closed</source>
        <translation>Stellplätze gesperrt</translation>
    </message>
    <message>
        <source>Bays reopened</source>
        <translation>Stellplätze geöffnet</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Brought over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Stornierung</translation>
    </message>
    <message>
        <source>Card declined</source>
        <translation>Karte abgelehnt</translation>
    </message>
    <message>
        <source>Card key forgotten</source>
        <translation>Kartenschlüssel vergessen</translation>
    </message>
    <message>
        <source>Card key kept</source>
        <translation>Kartenschlüssel hinterlegt</translation>
    </message>
    <message>
        <source>Card payment cancelled</source>
        <translation>Kartenzahlung abgebrochen</translation>
    </message>
    <message>
        <source>Card payment ended unpaid</source>
        <translation>Kartenzahlung unbezahlt beendet</translation>
    </message>
    <message>
        <source>Card payment opened</source>
        <translation>Kartenzahlung eröffnet</translation>
    </message>
    <message>
        <source>Card payment received</source>
        <translation>Kartenzahlung eingegangen</translation>
    </message>
    <message>
        <source>Card payment tried again</source>
        <translation>Kartenzahlung erneut versucht</translation>
    </message>
    <message>
        <source>Cash handed back</source>
        <translation>Bargeld zurückgegeben</translation>
    </message>
    <message>
        <source>Cash stays: nobody came for it</source>
        <translation>Bargeld bleibt: Niemand kam</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Einchecken</translation>
    </message>
    <message>
        <source>Check-out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Dispute changed</source>
        <translation>Anfechtung geändert</translation>
    </message>
    <message>
        <source>Dispute dropped</source>
        <translation>Anfechtung fallen gelassen</translation>
    </message>
    <message>
        <source>Dispute lost</source>
        <translation>Anfechtung verloren</translation>
    </message>
    <message>
        <source>Dispute won</source>
        <translation>Anfechtung gewonnen</translation>
    </message>
    <message>
        <source>Disputed by the bank</source>
        <translation>Von der Bank bestritten</translation>
    </message>
    <message>
        <source>E-mail let be</source>
        <translation>E-Mail abgehakt</translation>
    </message>
    <message>
        <source>E-mail tried again</source>
        <translation>E-Mail erneut versucht</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Verlängerung</translation>
    </message>
    <message>
        <source>First owner</source>
        <translation>Erster Inhaber</translation>
    </message>
    <message>
        <source>Heard from Stripe</source>
        <translation>Von Stripe gehört</translation>
    </message>
    <message>
        <source>IOU struck</source>
        <translation>Schuldschein gestrichen</translation>
    </message>
    <message>
        <source>IOU written</source>
        <translation>Schuldschein geschrieben</translation>
    </message>
    <message>
        <source>Level added</source>
        <translation>Ebene hinzugefügt</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Looked at and settled</source>
        <translation>Angesehen und geklärt</translation>
    </message>
    <message>
        <source>Lot added</source>
        <translation>Parkplatz hinzugefügt</translation>
    </message>
    <message>
        <source>Lot changed</source>
        <translation>Parkplatz geändert</translation>
    </message>
    <message>
        <source>Lot imported</source>
        <translation>Parkplatz eingelesen</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umsetzen</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>PIN gesetzt</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>Passwort gesetzt</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Person hinzugefügt</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Receipt by e-mail</source>
        <translation>Quittung per E-Mail</translation>
    </message>
    <message>
        <source>Receipt handed out</source>
        <translation>Quittung ausgegeben</translation>
    </message>
    <message>
        <source>Receipt issued later</source>
        <translation>Quittung nachträglich ausgestellt</translation>
    </message>
    <message>
        <source>Refund arrived</source>
        <translation>Erstattung angekommen</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refund made at Stripe</source>
        <translation>Erstattung bei Stripe veranlasst</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>Reports rebuilt</source>
        <translation>Berichte neu gezählt</translation>
    </message>
    <message>
        <source>Sent to Stripe</source>
        <translation>An Stripe gesendet</translation>
    </message>
    <message>
        <source>Shown to the driver</source>
        <translation>Am Leser gezeigt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Tariff set</source>
        <translation>Tarif gesetzt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Vehicle type added</source>
        <translation>Fahrzeugtyp hinzugefügt</translation>
    </message>
    <message>
        <source>Vehicle type brought back</source>
        <translation>Fahrzeugtyp wieder verwendet</translation>
    </message>
    <message>
        <source>Vehicle type renamed</source>
        <translation>Fahrzeugtyp umbenannt</translation>
    </message>
    <message>
        <source>Vehicle type retired</source>
        <translation>Fahrzeugtyp ausgemustert</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{currency}&apos; is not a currency code such as INR or EUR.</source>
        <translation>„{currency}“ ist kein Währungskürzel wie INR oder EUR.</translation>
    </message>
    <message>
        <source>&apos;{feature}&apos; is not a feature of a bay; the features are {features}.</source>
        <translation>„{feature}“ ist keine Ausstattung eines Stellplatzes; möglich sind {features}.</translation>
    </message>
    <message>
        <source>&apos;{language}&apos; is not a language such as en_IN.</source>
        <translation>„{language}“ ist keine Sprache wie de_DE.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; cannot be read as a number; use digits only.</source>
        <translation>„{text}“ ist keine lesbare Zahl; bitte nur Ziffern.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a length of time such as 30m, 2h or 1h30.</source>
        <translation>„{text}“ ist keine Dauer wie 30m, 2h oder 1h30.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a printer&apos;s address such as 192.168.1.50 or 192.168.1.50:9100.</source>
        <translation>&apos;{text}&apos; ist keine Druckeradresse wie 192.168.1.50 oder 192.168.1.50:9100.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not a telephone number.</source>
        <translation>„{text}“ ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not an amount of money.</source>
        <translation>„{text}“ ist kein Geldbetrag.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not an e-mail address.</source>
        <translation>„{text}“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not understood; try &apos;{example}&apos;.</source>
        <translation>„{text}“ ist unverständlich; möglich ist „{example}“.</translation>
    </message>
    <message>
        <source>&apos;{time_zone}&apos; is not a time zone such as Asia/Kolkata.</source>
        <translation>„{time_zone}“ ist keine Zeitzone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>&apos;{url}&apos; is not a database address such as postgresql://user@host/name.</source>
        <translation>„{url}“ ist keine Datenbankadresse wie postgresql://user@host/name.</translation>
    </message>
    <message>
        <source>&apos;{vehicle_type}&apos; is not a vehicle type here.</source>
        <translation>„{vehicle_type}“ ist hier kein Fahrzeugtyp.</translation>
    </message>
    <message>
        <source>A PIN has {least} to {most} digits.</source>
        <translation>Eine PIN hat {least} bis {most} Ziffern.</translation>
    </message>
    <message>
        <source>A Postgres database is restored on its server, with pg_restore; see the guide to backups.</source>
        <translation>Eine Postgres-Datenbank wird auf ihrem Server mit pg_restore wiederhergestellt; siehe Anleitung zur Sicherung.</translation>
    </message>
    <message>
        <source>A backup of Postgres needs {tool}; install the PostgreSQL client programs.</source>
        <translation>Die Sicherung von Postgres braucht {tool}; bitte die PostgreSQL-Client-Programme installieren.</translation>
    </message>
    <message>
        <source>A booking can start {days} days ahead at most.</source>
        <translation>Eine Buchung kann höchstens {days} Tage im Voraus beginnen.</translation>
    </message>
    <message>
        <source>A booking cannot start in the past.</source>
        <translation>Eine Buchung kann nicht in der Vergangenheit beginnen.</translation>
    </message>
    <message>
        <source>A booking that is {status} cannot be changed this way ({deed}).</source>
        <translation>Eine Buchung im Zustand „{status}“ lässt das nicht zu ({deed}).</translation>
    </message>
    <message>
        <source>A card payment cannot be undone; cancel it while it is open, or give the money back.</source>
        <translation>Eine Kartenzahlung lässt sich nicht rückgängig machen; solange sie offen ist, abbrechen, sonst das Geld zurückgeben.</translation>
    </message>
    <message>
        <source>A card payment for this stay is still open; wait for it or cancel it first.</source>
        <translation>Eine Kartenzahlung für diese Parkzeit ist noch offen; erst abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>A desk is running on this data; close it before restoring a backup.</source>
        <translation>Auf diesen Daten arbeitet eine Kasse; vor dem Wiederherstellen bitte schließen.</translation>
    </message>
    <message>
        <source>A late entry reaches back one hour at most.</source>
        <translation>Ein Nachtrag reicht höchstens eine Stunde zurück.</translation>
    </message>
    <message>
        <source>A late entry reaches back {hours} hours at most.</source>
        <translation>Ein Nachtrag reicht höchstens {hours} Stunden zurück.</translation>
    </message>
    <message>
        <source>A number between {least} and {most} is needed here; this is {number}.</source>
        <translation>Hier wird eine Zahl zwischen {least} und {most} gebraucht; dies ist {number}.</translation>
    </message>
    <message>
        <source>A number plate has at most {most} characters; this one has {length}.</source>
        <translation>Ein Kennzeichen hat höchstens {most} Zeichen; dieses hat {length}.</translation>
    </message>
    <message>
        <source>A number plate holds letters and digits; &apos;{character}&apos; is neither.</source>
        <translation>Ein Kennzeichen besteht aus Buchstaben und Ziffern; „{character}“ ist keines davon.</translation>
    </message>
    <message>
        <source>A payment must be more than nothing.</source>
        <translation>Eine Zahlung muss größer als null sein.</translation>
    </message>
    <message>
        <source>A quotation mark is missing or in the wrong place.</source>
        <translation>Ein Anführungszeichen fehlt oder steht falsch.</translation>
    </message>
    <message>
        <source>A stay here lasts one hour at most.</source>
        <translation>Hier wird höchstens eine Stunde geparkt.</translation>
    </message>
    <message>
        <source>A stay here lasts one minute at least.</source>
        <translation>Hier wird mindestens eine Minute geparkt.</translation>
    </message>
    <message>
        <source>A stay here lasts {hours} hours at most.</source>
        <translation>Hier wird höchstens {hours} Stunden geparkt.</translation>
    </message>
    <message>
        <source>A stay here lasts {minutes} minutes at least.</source>
        <translation>Hier wird mindestens {minutes} Minuten geparkt.</translation>
    </message>
    <message>
        <source>A vehicle type is named with letters, digits and - / &amp; + ( ) . only; &apos;{character}&apos; is none of them.</source>
        <translation>Ein Fahrzeugtyp heißt nur mit Buchstaben, Ziffern und - / &amp; + ( ) .; „{character}“ gehört nicht dazu.</translation>
    </message>
    <message>
        <source>An IOU stands for all that is owed there.</source>
        <translation>Was dort geschuldet ist, steht schon in einem Schuldschein.</translation>
    </message>
    <message>
        <source>An amount lies between {least} and {most}.</source>
        <translation>Ein Betrag liegt zwischen {least} und {most}.</translation>
    </message>
    <message>
        <source>Another bay stands where bay {bay} should be on the plan.</source>
        <translation>Wo Stellplatz {bay} im Plan stehen soll, steht schon ein anderer.</translation>
    </message>
    <message>
        <source>At least {least} characters are needed.</source>
        <translation>Mindestens {least} Zeichen sind nötig.</translation>
    </message>
    <message>
        <source>At most {most} lines fit here; these are {count}.</source>
        <translation>Hier passen höchstens {most} Zeilen hin; dies sind {count}.</translation>
    </message>
    <message>
        <source>Bay {bay} does not take this vehicle type.</source>
        <translation>Stellplatz {bay} ist für diesen Fahrzeugtyp ungeeignet.</translation>
    </message>
    <message>
        <source>Bay {bay} is closed: {reason}.</source>
        <translation>Stellplatz {bay} ist gesperrt: {reason}.</translation>
    </message>
    <message>
        <source>Bay {bay} is taken for that time; choose another bay or another time.</source>
        <translation>Stellplatz {bay} ist in dieser Zeit belegt; bitte einen anderen Stellplatz oder eine andere Zeit wählen.</translation>
    </message>
    <message>
        <source>Card payments do not work right now: {reason}. Take cash, or try again.</source>
        <translation>Kartenzahlung geht gerade nicht: {reason}. Bar kassieren oder noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Cards cannot be charged in {currency}; take cash.</source>
        <translation>Karten können nicht in {currency} belastet werden; bar kassieren.</translation>
    </message>
    <message>
        <source>Money is on its way back to the driver already; that cannot be undone.</source>
        <translation>Geld ist schon auf dem Rückweg; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>No bay for this vehicle is free for that time.</source>
        <translation>Für dieses Fahrzeug ist in dieser Zeit kein Stellplatz frei.</translation>
    </message>
    <message>
        <source>No card reader shows this code; read it again on the reader&apos;s screen.</source>
        <translation>Kein Kartenleser zeigt diesen Code; bitte noch einmal von dessen Anzeige ablesen.</translation>
    </message>
    <message>
        <source>No stay has the ticket {text}.</source>
        <translation>Kein Parkvorgang hat den Parkschein {text}.</translation>
    </message>
    <message>
        <source>Nothing has been paid for this stay yet, so there is no receipt.</source>
        <translation>Hierfür ist noch nichts bezahlt, also gibt es keine Quittung.</translation>
    </message>
    <message>
        <source>Nothing is owed on this booking.</source>
        <translation>Auf dieser Buchung ist nichts offen.</translation>
    </message>
    <message>
        <source>Nothing was paid there that could be given back.</source>
        <translation>Dort wurde nichts bezahlt, was zurückgegeben werden könnte.</translation>
    </message>
    <message>
        <source>One owner must remain who can sign in.</source>
        <translation>Ein Inhaber, der sich anmelden kann, muss bleiben.</translation>
    </message>
    <message>
        <source>One vehicle type must remain in use.</source>
        <translation>Ein Fahrzeugtyp muss in Gebrauch bleiben.</translation>
    </message>
    <message>
        <source>Only {due} is owed.</source>
        <translation>Nur {due} sind offen.</translation>
    </message>
    <message>
        <source>ParkDesk already runs on {place}.</source>
        <translation>ParkDesk läuft schon auf {place}.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {reason}</source>
        <translation>Zeile {row}, Spalte {column}: {reason}</translation>
    </message>
    <message>
        <source>Sign in with the password first; a PIN only changes who works at an open desk.</source>
        <translation>Erst mit dem Passwort anmelden; eine PIN wechselt nur die Person an der offenen Kasse.</translation>
    </message>
    <message>
        <source>That IOU does not exist, or is settled already.</source>
        <translation>Diesen Schuldschein gibt es nicht, oder er ist schon beglichen.</translation>
    </message>
    <message>
        <source>That booking does not exist.</source>
        <translation>Diese Buchung gibt es nicht.</translation>
    </message>
    <message>
        <source>That card payment does not exist.</source>
        <translation>Diese Kartenzahlung gibt es nicht.</translation>
    </message>
    <message>
        <source>That card payment has ended already.</source>
        <translation>Diese Kartenzahlung ist bereits abgeschlossen.</translation>
    </message>
    <message>
        <source>That e-mail does not exist.</source>
        <translation>Diese E-Mail gibt es nicht.</translation>
    </message>
    <message>
        <source>That is not possible.</source>
        <translation>Das ist nicht möglich.</translation>
    </message>
    <message>
        <source>That looks like a card number; ParkDesk never keeps one. Take it out.</source>
        <translation>Das sieht nach einer Kartennummer aus; ParkDesk bewahrt keine auf. Bitte herausnehmen.</translation>
    </message>
    <message>
        <source>That money was handed back already, or stays.</source>
        <translation>Dieses Geld ist schon zurückgegeben oder bleibt.</translation>
    </message>
    <message>
        <source>That name and password do not belong together.</source>
        <translation>Name und Passwort gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>That payment does not exist.</source>
        <translation>Diese Zahlung gibt es nicht.</translation>
    </message>
    <message>
        <source>That receipt does not exist.</source>
        <translation>Diese Quittung gibt es nicht.</translation>
    </message>
    <message>
        <source>The backup was not made: {reason}.</source>
        <translation>Die Sicherung wurde nicht angelegt: {reason}.</translation>
    </message>
    <message>
        <source>The card reader {reader} is busy with another payment.</source>
        <translation>Der Kartenleser {reader} ist mit einer anderen Zahlung beschäftigt.</translation>
    </message>
    <message>
        <source>The database can only be read, not written; check the rights on {place}.</source>
        <translation>Die Datenbank lässt sich nur lesen, nicht schreiben; bitte die Rechte auf {place} prüfen.</translation>
    </message>
    <message>
        <source>The database cannot be reached: {reason}.</source>
        <translation>Die Datenbank ist nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <source>The database file {place} is damaged; restore the last backup.</source>
        <translation>Die Datenbankdatei {place} ist beschädigt; bitte die letzte Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The database is busy with another program; try again in a moment.</source>
        <translation>Die Datenbank ist von einem anderen Programm belegt; bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database lacks what Postgres calls an extension: {extensions} ({reason}). An administrator of the server runs: psql -d {database} -c &quot;{command}&quot;</source>
        <translation>Der Datenbank fehlt, was Postgres eine Erweiterung nennt: {extensions} ({reason}). Ein Administrator des Servers führt aus: psql -d {database} -c &quot;{command}&quot;</translation>
    </message>
    <message>
        <source>The database {place} belongs to another program; ParkDesk left it alone.</source>
        <translation>Die Datenbank {place} gehört einem anderen Programm; ParkDesk hat sie nicht angerührt.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed. Free some space and try again.</source>
        <translation>Der Datenträger ist voll; nichts wurde geändert. Bitte Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The driver&apos;s bank disputes this payment. Until that is decided at Stripe, nothing can be given back.</source>
        <translation>Die Bank des Fahrers bestreitet diese Zahlung. Bis das bei Stripe entschieden ist, kann nichts zurückgegeben werden.</translation>
    </message>
    <message>
        <source>The end must come after the start.</source>
        <translation>Das Ende muss nach dem Beginn liegen.</translation>
    </message>
    <message>
        <source>The file would lay out more than {most} bays.</source>
        <translation>Die Datei würde mehr als {most} Stellplätze anlegen.</translation>
    </message>
    <message>
        <source>The journal of desk {desk} does not verify at number {number}: {reason}.</source>
        <translation>Das Journal der Kasse {desk} stimmt bei Nummer {number} nicht: {reason}.</translation>
    </message>
    <message>
        <source>The key comes from {variable} in this computer&apos;s environment; change it there.</source>
        <translation>Der Schlüssel kommt aus {variable} in der Umgebung dieses Computers; dort ändern.</translation>
    </message>
    <message>
        <source>The last deed cannot be undone any more: its booking has changed since.</source>
        <translation>Der letzte Vorgang lässt sich nicht mehr zurücknehmen: Seine Buchung hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>The lot {lot} has no tariff yet; an owner sets it under Settings.</source>
        <translation>Der Parkplatz {lot} hat noch keinen Tarif; ein Inhaber setzt ihn unter „Einstellungen“.</translation>
    </message>
    <message>
        <source>The lot {lot} keeps its {column} {kept}; a file cannot change that.</source>
        <translation>Der Parkplatz {lot} behält {column} {kept}; eine Datei kann das nicht ändern.</translation>
    </message>
    <message>
        <source>The lot {lot} reckons in {currency}; its prices and bookings stay in that currency.</source>
        <translation>Der Parkplatz {lot} rechnet in {currency}; seine Preise und Buchungen bleiben in dieser Währung.</translation>
    </message>
    <message>
        <source>The mail server {server} cannot be reached: {reason}.</source>
        <translation>Der Mailserver {server} ist nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>The mail server {server} does not accept this user and password.</source>
        <translation>Der Mailserver {server} nimmt diesen Benutzer mit diesem Passwort nicht an.</translation>
    </message>
    <message>
        <source>The mail server {server} does not deliver to {address}.</source>
        <translation>Der Mailserver {server} stellt an {address} nicht zu.</translation>
    </message>
    <message>
        <source>The mail server {server} refused: {reason}.</source>
        <translation>Der Mailserver {server} hat abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>The new end {until} has already passed; choose a longer time.</source>
        <translation>Das neue Ende {until} ist schon vorbei; bitte eine längere Zeit wählen.</translation>
    </message>
    <message>
        <source>Another car stood in bay {bay} until {time}; enter this one from then on, or in another bay.</source>
        <translation>Auf Stellplatz {bay} stand bis {time} ein anderes Auto; dieses bitte erst ab dann oder auf einem anderen nachtragen.</translation>
    </message>
    <message>
        <source>{plate} stood in bay {bay} until {time}; enter it from then on.</source>
        <translation>{plate} stand bis {time} auf Stellplatz {bay}; bitte erst ab dann nachtragen.</translation>
    </message>
    <message>
        <source>The vehicle type {name} is retired; choose another, or let an owner bring it back.</source>
        <translation>Der Fahrzeugtyp {name} ist ausgemustert; einen anderen wählen, oder ein Inhaber nimmt ihn wieder in Gebrauch.</translation>
    </message>
    <message>
        <source>There is already a bay {bay} in this lot.</source>
        <translation>Den Stellplatz {bay} gibt es hier schon.</translation>
    </message>
    <message>
        <source>There is already a lot called {name}.</source>
        <translation>Einen Parkplatz namens {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is already a vehicle type {name}; another name must not read the same.</source>
        <translation>Es gibt schon einen Fahrzeugtyp {name}; ein anderer Name darf sich nicht gleich lesen.</translation>
    </message>
    <message>
        <source>There is already someone called {name}.</source>
        <translation>Jemanden namens {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no bay {bay} in this lot.</source>
        <translation>Auf diesem Parkplatz gibt es keinen Stellplatz {bay}.</translation>
    </message>
    <message>
        <source>There is no card reader {reader}; an owner adds it in Settings.</source>
        <translation>Es gibt keinen Kartenleser {reader}; ein Inhaber fügt ihn in den Einstellungen hinzu.</translation>
    </message>
    <message>
        <source>There is no lot &apos;{lot}&apos;.</source>
        <translation>Den Parkplatz „{lot}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such column; the columns are {columns}.</source>
        <translation>Diese Spalte gibt es nicht; die Spalten sind {columns}.</translation>
    </message>
    <message>
        <source>There is nobody called {name} here.</source>
        <translation>Hier heißt niemand {name}.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Es gibt nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>This booking starts at {starts}; a no-show can be marked from then on.</source>
        <translation>Diese Buchung beginnt um {starts}; erst dann lässt sich „nicht erschienen“ eintragen.</translation>
    </message>
    <message>
        <source>This column is missing.</source>
        <translation>Diese Spalte fehlt.</translation>
    </message>
    <message>
        <source>This column is there twice.</source>
        <translation>Diese Spalte gibt es zweimal.</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a password in; set {variable} in its environment instead.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund für ein Passwort; stattdessen {variable} in seiner Umgebung setzen.</translation>
    </message>
    <message>
        <source>This data holds live payments; a test key needs a data folder or database of its own.</source>
        <translation>Diese Daten enthalten echte Zahlungen; ein Testschlüssel braucht einen eigenen Datenordner oder eine eigene Datenbank.</translation>
    </message>
    <message>
        <source>This data holds test payments; a live key needs a data folder or database of its own.</source>
        <translation>Diese Daten enthalten Testzahlungen; ein Live-Schlüssel braucht einen eigenen Datenordner oder eine eigene Datenbank.</translation>
    </message>
    <message>
        <source>This database needs an update first: an owner runs &apos;parkdesk migrate&apos;.</source>
        <translation>Diese Datenbank braucht erst eine Aktualisierung: Ein Inhaber führt „parkdesk migrate“ aus.</translation>
    </message>
    <message>
        <source>This database was made by a newer ParkDesk ({revision}); update this program.</source>
        <translation>Diese Datenbank stammt von einem neueren ParkDesk ({revision}); bitte dieses Programm aktualisieren.</translation>
    </message>
    <message>
        <source>This deed&apos;s number already belongs to another deed.</source>
        <translation>Die Nummer dieses Vorgangs gehört schon einem anderen.</translation>
    </message>
    <message>
        <source>This desk cannot send e-mail yet; enter a mail server under Settings, Printing.</source>
        <translation>Diese Kasse kann noch keine E-Mail senden; bitte unter Einstellungen, Drucken einen Mailserver eintragen.</translation>
    </message>
    <message>
        <source>This desk has no key for card payments; it takes cash.</source>
        <translation>Diese Kasse hat keinen Schlüssel für Kartenzahlungen; sie nimmt Bargeld.</translation>
    </message>
    <message>
        <source>This desk has no printer; choose one under Settings, Printing.</source>
        <translation>Diese Kasse hat keinen Drucker; bitte unter Einstellungen, Drucken einen wählen.</translation>
    </message>
    <message>
        <source>This differs from row {row}, which is about the same lot.</source>
        <translation>Das weicht von Zeile {row} ab, die denselben Parkplatz beschreibt.</translation>
    </message>
    <message>
        <source>This holds a letter that is not UTF-8; save the file as &apos;CSV UTF-8&apos; and import that.</source>
        <translation>Hier steht ein Zeichen, das nicht UTF-8 ist; bitte die Datei als „CSV UTF-8“ speichern und diese einlesen.</translation>
    </message>
    <message>
        <source>This is not a secret or restricted key of Stripe (rk_… or sk_…).</source>
        <translation>Das ist kein geheimer oder eingeschränkter Schlüssel von Stripe (rk_… oder sk_…).</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Das darf nicht leer sein.</translation>
    </message>
    <message>
        <source>This row has {cells} cells, but there are only {columns} columns.</source>
        <translation>Diese Zeile hat {cells} Zellen, es gibt aber nur {columns} Spalten.</translation>
    </message>
    <message>
        <source>This text has {length} characters; at most {most} fit.</source>
        <translation>Dieser Text hat {length} Zeichen; höchstens {most} passen.</translation>
    </message>
    <message>
        <source>This text holds a character that cannot be stored; type it again.</source>
        <translation>Dieser Text enthält ein Zeichen, das sich nicht speichern lässt; bitte neu eingeben.</translation>
    </message>
    <message>
        <source>Ticket {text} is mistyped: its check character does not fit. Read it again.</source>
        <translation>Parkschein {text} ist vertippt: Das Prüfzeichen passt nicht. Bitte noch einmal lesen.</translation>
    </message>
    <message>
        <source>Too many wrong tries; try again in one minute.</source>
        <translation>Zu viele Fehlversuche; in einer Minute erneut versuchen.</translation>
    </message>
    <message>
        <source>Too many wrong tries; try again in {minutes} minutes.</source>
        <translation>Zu viele Fehlversuche; in {minutes} Minuten erneut versuchen.</translation>
    </message>
    <message>
        <source>Type the number plate.</source>
        <translation>Bitte das Kennzeichen eingeben.</translation>
    </message>
    <message>
        <source>Type what to give back.</source>
        <translation>Bitte eingeben, was zurückgegeben wird.</translation>
    </message>
    <message>
        <source>{amount} cannot be charged to a card; take cash.</source>
        <translation>{amount} kann keiner Karte belastet werden; bar kassieren.</translation>
    </message>
    <message>
        <source>{amount} is less than the {least} a card can be charged; take cash.</source>
        <translation>{amount} ist weniger als die {least}, die eine Karte mindestens belastet werden kann; bar kassieren.</translation>
    </message>
    <message>
        <source>{amount} is more than the {left} that can still be given back.</source>
        <translation>{amount} ist mehr als die {left}, die noch zurückgegeben werden können.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{file} exists already; choose another name.</source>
        <translation>{file} gibt es schon; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{file} holds no lots.</source>
        <translation>{file} enthält keine Parkplätze.</translation>
    </message>
    <message>
        <source>{file} is not a ParkDesk backup that can be restored: {reason}.</source>
        <translation>{file} ist keine ParkDesk-Sicherung, die sich wiederherstellen lässt: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not a lot file: its first line must name columns such as {lots}, or {bays}.</source>
        <translation>{file} ist keine Parkplatzdatei: Die erste Zeile muss Spalten wie {lots} oder {bays} nennen.</translation>
    </message>
    <message>
        <source>{file} is not a text file; save it as &apos;CSV UTF-8&apos; and import that.</source>
        <translation>{file} ist keine Textdatei; bitte als „CSV UTF-8“ speichern und diese einlesen.</translation>
    </message>
    <message>
        <source>{file} is too long: a lot file has at most {most} rows. Import it in parts.</source>
        <translation>{file} ist zu lang: Eine Parkplatzdatei hat höchstens {most} Zeilen. Bitte in Teilen einlesen.</translation>
    </message>
    <message>
        <source>{file} was not imported; faults: {count}. {first}</source>
        <translation>{file} wurde nicht eingelesen; Fehler: {count}. {first}</translation>
    </message>
    <message>
        <source>{left} and {right} cannot be added together.</source>
        <translation>{left} und {right} lassen sich nicht zusammenzählen.</translation>
    </message>
    <message>
        <source>{name} may not do this; ask {who}.</source>
        <translation>{name} darf das nicht; bitte {who} fragen.</translation>
    </message>
    <message>
        <source>{place} holds data that is not the demo&apos;s; name another place for the demo.</source>
        <translation>{place} enthält Daten, die nicht zur Demo gehören; bitte einen anderen Ort für die Demo nennen.</translation>
    </message>
    <message>
        <source>{plate} already stands in bay {bay}; give a reason to book it a second time.</source>
        <translation>{plate} steht schon auf Stellplatz {bay}; für eine zweite Buchung bitte einen Grund angeben.</translation>
    </message>
    <message>
        <source>{printer} cannot be reached: {reason}.</source>
        <translation>{printer} ist nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>{printer} did not print.</source>
        <translation>{printer} hat nicht gedruckt.</translation>
    </message>
    <message>
        <source>{printer} is offline; look at its buttons and lamps.</source>
        <translation>{printer} ist nicht bereit; bitte nach Tasten und Lampen sehen.</translation>
    </message>
    <message>
        <source>{printer} is open; close its cover.</source>
        <translation>{printer} ist offen; bitte den Deckel schließen.</translation>
    </message>
    <message>
        <source>{printer} is out of paper.</source>
        <translation>{printer} hat kein Papier mehr.</translation>
    </message>
    <message>
        <source>{printer} stopped taking what it should print; look whether it is jammed.</source>
        <translation>{printer} nimmt nichts mehr an; bitte nachsehen, ob Papier klemmt.</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{tendered} for {amount} would be {change} of change; check what was handed over.</source>
        <translation>{tendered} für {amount} ergäbe {change} Wechselgeld; bitte prüfen, was gegeben wurde.</translation>
    </message>
    <message>
        <source>{tendered} is less than the {amount} to pay.</source>
        <translation>{tendered} ist weniger als die {amount}, die zu zahlen sind.</translation>
    </message>
    <message>
        <source>{time} does not exist on {day}: the clocks go forward then.</source>
        <translation>{time} gibt es am {day} nicht: Dann wird die Uhr vorgestellt.</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>A temporary file cannot be written.</source>
        <translation>Eine temporäre Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Icons come out empty: the SVG part of Qt does not work.</source>
        <translation>Symbole bleiben leer: Der SVG-Teil von Qt arbeitet nicht.</translation>
    </message>
    <message>
        <source>PDF files cannot be written.</source>
        <translation>PDF-Dateien lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>PDF files come out damaged.</source>
        <translation>PDF-Dateien werden beschädigt geschrieben.</translation>
    </message>
    <message>
        <source>Qt found no screen.</source>
        <translation>Qt hat keinen Bildschirm gefunden.</translation>
    </message>
    <message>
        <source>Stripe asks for a pause</source>
        <translation>Stripe bittet um eine Pause</translation>
    </message>
    <message>
        <source>Stripe cannot be reached; look at the network</source>
        <translation>Stripe ist nicht erreichbar; bitte das Netzwerk prüfen</translation>
    </message>
    <message>
        <source>Stripe does not accept this key; make a new one in its Dashboard</source>
        <translation>Stripe nimmt diesen Schlüssel nicht an; im Stripe-Dashboard einen neuen anlegen</translation>
    </message>
    <message>
        <source>Stripe does not know it</source>
        <translation>Stripe kennt es nicht</translation>
    </message>
    <message>
        <source>Stripe has no Terminal location yet; make one in its Dashboard</source>
        <translation>Stripe hat noch keinen Terminal-Standort; im Stripe-Dashboard einen anlegen</translation>
    </message>
    <message>
        <source>Stripe has trouble of its own</source>
        <translation>Stripe hat selbst eine Störung</translation>
    </message>
    <message>
        <source>Stripe refused what it was asked</source>
        <translation>Stripe hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Stripe took too long to answer</source>
        <translation>Stripe hat zu lange nicht geantwortet</translation>
    </message>
    <message>
        <source>The time zone data of this computer is wrong.</source>
        <translation>Die Zeitzonendaten dieses Rechners sind falsch.</translation>
    </message>
    <message>
        <source>a live key only talks to api.stripe.com</source>
        <translation>ein Live-Schlüssel spricht nur mit api.stripe.com</translation>
    </message>
    <message>
        <source>a refund at the provider does not fit what was asked</source>
        <translation>eine Erstattung beim Anbieter passt nicht zum Auftrag</translation>
    </message>
    <message>
        <source>a refund did not come</source>
        <translation>eine Erstattung kam nicht an</translation>
    </message>
    <message>
        <source>a refund did not go through; its money is still here</source>
        <translation>eine Erstattung kam nicht durch; das Geld ist noch hier</translation>
    </message>
    <message>
        <source>a supervisor</source>
        <translation>die Schichtleitung</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>an earlier try is not settled yet</source>
        <translation>ein früherer Versuch ist noch nicht geklärt</translation>
    </message>
    <message>
        <source>an owner</source>
        <translation>einen Inhaber</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>stornieren</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>charged twice</source>
        <translation>doppelt belastet</translation>
    </message>
    <message>
        <source>check in</source>
        <translation>einchecken</translation>
    </message>
    <message>
        <source>check out</source>
        <translation>auschecken</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>bestätigen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>does not know the payment</source>
        <translation>kennt die Zahlung nicht</translation>
    </message>
    <message>
        <source>expire</source>
        <translation>ablaufen</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>verlängern</translation>
    </message>
    <message>
        <source>fraud</source>
        <translation>Betrug</translation>
    </message>
    <message>
        <source>got nothing for it</source>
        <translation>nichts dafür bekommen</translation>
    </message>
    <message>
        <source>it belongs to another program</source>
        <translation>sie gehört einem anderen Programm</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is the database in use</source>
        <translation>es ist die benutzte Datenbank</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it took too long to reach Stripe, or this computer&apos;s clock is wrong; try again</source>
        <translation>es dauerte zu lange, Stripe zu erreichen, oder die Uhr dieses Rechners geht falsch; noch einmal versuchen</translation>
    </message>
    <message>
        <source>its content is damaged</source>
        <translation>ihr Inhalt ist beschädigt</translation>
    </message>
    <message>
        <source>its end is missing, the file is damaged</source>
        <translation>ihr Ende fehlt, die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>its pages are damaged</source>
        <translation>ihre Seiten sind beschädigt</translation>
    </message>
    <message>
        <source>left early</source>
        <translation>früher gefahren</translation>
    </message>
    <message>
        <source>made at the provider</source>
        <translation>beim Anbieter veranlasst</translation>
    </message>
    <message>
        <source>mark no show</source>
        <translation>als nicht erschienen eintragen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>umsetzen</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>umgesetzt</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>kein Zugriff</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>no show</source>
        <translation>nicht erschienen</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>keine solche Datei</translation>
    </message>
    <message>
        <source>not as promised</source>
        <translation>nicht wie versprochen</translation>
    </message>
    <message>
        <source>not paid in time</source>
        <translation>nicht rechtzeitig bezahlt</translation>
    </message>
    <message>
        <source>paid after the booking had ended</source>
        <translation>nach dem Ende der Buchung bezahlt</translation>
    </message>
    <message>
        <source>paid after the booking had ended; the money goes back</source>
        <translation>nach dem Ende der Buchung bezahlt; das Geld geht zurück</translation>
    </message>
    <message>
        <source>paid twice</source>
        <translation>doppelt bezahlt</translation>
    </message>
    <message>
        <source>paid twice; the second payment goes back</source>
        <translation>doppelt bezahlt; die zweite Zahlung geht zurück</translation>
    </message>
    <message>
        <source>payments only go to api.stripe.com, or to this computer with a test key</source>
        <translation>Zahlungen gehen nur an api.stripe.com oder, mit einem Testschlüssel, an diesen Computer</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>reinstate</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>erneuern</translation>
    </message>
    <message>
        <source>rows are missing from it</source>
        <translation>ihr fehlen Zeilen</translation>
    </message>
    <message>
        <source>somebody gave back a part at the provider; instead of {0} the {1} that were left go back</source>
        <translation>beim Anbieter wurde schon ein Teil zurückgegeben; statt {0} geht der Rest von {1} zurück</translation>
    </message>
    <message>
        <source>that was given back already</source>
        <translation>das wurde bereits zurückgegeben</translation>
    </message>
    <message>
        <source>the amount is too large for a card</source>
        <translation>der Betrag ist zu groß für eine Karte</translation>
    </message>
    <message>
        <source>the amount is too small for a card</source>
        <translation>der Betrag ist zu klein für eine Karte</translation>
    </message>
    <message>
        <source>the card reader does not answer</source>
        <translation>der Kartenleser antwortet nicht</translation>
    </message>
    <message>
        <source>the card reader is busy with another payment</source>
        <translation>der Kartenleser ist mit einer anderen Zahlung beschäftigt</translation>
    </message>
    <message>
        <source>the card reader is offline</source>
        <translation>der Kartenleser ist offline</translation>
    </message>
    <message>
        <source>the card was declined</source>
        <translation>die Karte wurde abgelehnt</translation>
    </message>
    <message>
        <source>the connection to Stripe broke off</source>
        <translation>die Verbindung zu Stripe ist abgebrochen</translation>
    </message>
    <message>
        <source>the driver&apos;s bank asks about {0} ({1}) and has not decided yet</source>
        <translation>die Bank des Fahrers fragt nach {0} ({1}) und hat noch nicht entschieden</translation>
    </message>
    <message>
        <source>the driver&apos;s bank asks about {0} ({1}); answer in Stripe&apos;s Dashboard by {2}</source>
        <translation>die Bank des Fahrers fragt nach {0} ({1}); bis {2} in Stripes Dashboard antworten</translation>
    </message>
    <message>
        <source>the driver&apos;s bank disputes that payment</source>
        <translation>die Bank des Fahrers bestreitet diese Zahlung</translation>
    </message>
    <message>
        <source>the driver&apos;s bank disputes this payment</source>
        <translation>die Bank bestreitet diese Zahlung</translation>
    </message>
    <message>
        <source>the driver&apos;s bank has taken {0} back for good ({1}); the money is gone</source>
        <translation>die Bank des Fahrers hat {0} endgültig zurückgeholt ({1}); das Geld ist weg</translation>
    </message>
    <message>
        <source>the driver&apos;s bank wants {0} back ({1}) and has not decided yet</source>
        <translation>die Bank des Fahrers will {0} zurück ({1}) und hat noch nicht entschieden</translation>
    </message>
    <message>
        <source>the driver&apos;s bank wants {0} back ({1}); answer in Stripe&apos;s Dashboard by {2}</source>
        <translation>die Bank des Fahrers will {0} zurück ({1}); bis {2} in Stripes Dashboard antworten</translation>
    </message>
    <message>
        <source>the network does not lead to Stripe safely: its certificate is not Stripe&apos;s</source>
        <translation>das Netzwerk führt nicht sicher zu Stripe: das Zertifikat ist nicht das von Stripe</translation>
    </message>
    <message>
        <source>the network leads elsewhere; it may ask for a sign-in in a browser</source>
        <translation>das Netzwerk führt woandershin; vielleicht verlangt es eine Anmeldung im Browser</translation>
    </message>
    <message>
        <source>the network&apos;s proxy or certificates cannot be used</source>
        <translation>Proxy oder Zertifikate des Netzwerks sind nicht benutzbar</translation>
    </message>
    <message>
        <source>the print job was not taken</source>
        <translation>der Auftrag wurde nicht angenommen</translation>
    </message>
    <message>
        <source>the provider answered from another world of money (test or live)</source>
        <translation>der Anbieter antwortete aus der anderen Geldwelt (Test oder echt)</translation>
    </message>
    <message>
        <source>the provider does not know this payment</source>
        <translation>der Anbieter kennt diese Zahlung nicht</translation>
    </message>
    <message>
        <source>the provider gave back more than was paid here</source>
        <translation>der Anbieter gab mehr zurück, als hier bezahlt wurde</translation>
    </message>
    <message>
        <source>the provider holds another amount than was asked</source>
        <translation>der Anbieter hat einen anderen Betrag als verlangt</translation>
    </message>
    <message>
        <source>the provider says {0} where {1} was asked</source>
        <translation>der Anbieter sagt {0}, wo {1} verlangt war</translation>
    </message>
    <message>
        <source>the provider&apos;s object belongs to another payment</source>
        <translation>das Objekt des Anbieters gehört zu einer anderen Zahlung</translation>
    </message>
    <message>
        <source>the {0} did not go back, for everything had been given back at the provider</source>
        <translation>{0} gingen nicht zurück, denn beim Anbieter war schon alles zurückgegeben</translation>
    </message>
    <message>
        <source>there is more to it; see what happened to this payment</source>
        <translation>es gibt noch mehr dazu; siehe, was mit dieser Zahlung geschah</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>this computer does not know it any more</source>
        <translation>dieser Rechner kennt ihn nicht mehr</translation>
    </message>
    <message>
        <source>this data holds live payments; a test key needs a data folder or database of its own</source>
        <translation>diese Daten enthalten echte Zahlungen; ein Testschlüssel braucht einen eigenen Datenordner oder eine eigene Datenbank</translation>
    </message>
    <message>
        <source>this data holds test payments; a live key needs a data folder or database of its own</source>
        <translation>diese Daten enthalten Testzahlungen; ein Live-Schlüssel braucht einen eigenen Datenordner oder eine eigene Datenbank</translation>
    </message>
    <message>
        <source>this desk has no key for card payments</source>
        <translation>diese Kasse hat keinen Schlüssel für Kartenzahlungen</translation>
    </message>
    <message>
        <source>this is not a secret or restricted key of Stripe (rk_… or sk_…)</source>
        <translation>das ist kein geheimer oder eingeschränkter Stripe-Schlüssel (rk_… oder sk_…)</translation>
    </message>
    <message>
        <source>this key has too few rights; widen them in Stripe&apos;s Dashboard</source>
        <translation>dieser Schlüssel hat zu wenige Rechte; im Stripe-Dashboard erweitern</translation>
    </message>
    <message>
        <source>what answered is not Stripe; the network may ask for a sign-in in a browser</source>
        <translation>was antwortet, ist nicht Stripe; vielleicht verlangt das Netzwerk eine Anmeldung im Browser</translation>
    </message>
</context>
<context>
    <name>features</name>
    <message>
        <source>Accessible</source>
        <translation>Barrierefrei</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>Ladepunkt</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Überdacht</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Dauerparker</translation>
    </message>
</context>
<context>
    <name>first_start</name>
    <message>
        <source>A few bays in one row</source>
        <translation>Wenige Stellplätze in einer Reihe</translation>
    </message>
    <message>
        <source>Cars and two-wheelers</source>
        <translation>Pkw und Zweiräder</translation>
    </message>
    <message>
        <source>City lot</source>
        <translation>Stadtparkplatz</translation>
    </message>
    <message>
        <source>Driveway</source>
        <translation>Einfahrt</translation>
    </message>
    <message>
        <source>Garage</source>
        <translation>Parkhaus</translation>
    </message>
    <message>
        <source>Several levels</source>
        <translation>Mehrere Ebenen</translation>
    </message>
    <message>
        <source>Small lot</source>
        <translation>Kleiner Parkplatz</translation>
    </message>
    <message>
        <source>Two rows and a lane</source>
        <translation>Zwei Reihen und eine Gasse</translation>
    </message>
</context>
<context>
    <name>methods</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Überweisung</translation>
    </message>
</context>
<context>
    <name>payments</name>
    <message>
        <source>All of it went back already.</source>
        <translation>Alles ist schon zurückgegeben.</translation>
    </message>
    <message>
        <source>An owner gives the right to refund.</source>
        <translation>Das Recht zu erstatten gibt ein Inhaber.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Cash only</source>
        <translation>Nur bar</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Give {amount} back to the driver.</source>
        <translation>{amount} zurückgeben.</translation>
    </message>
    <message>
        <source>It costs {amount} more, to be paid.</source>
        <translation>Es kostet {amount} mehr, die zu zahlen sind.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as it can. Or cancel it and take cash.</source>
        <translation>Es geht von selbst weiter, sobald es kann. Oder abbrechen und bar kassieren.</translation>
    </message>
    <message>
        <source>It is good until {time}.</source>
        <translation>Er gilt bis {time}.</translation>
    </message>
    <message>
        <source>Live: real money</source>
        <translation>Echt: echtes Geld</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>No money has moved.</source>
        <translation>Kein Geld hat sich bewegt.</translation>
    </message>
    <message>
        <source>No money has moved. Try again, or take another tender.</source>
        <translation>Kein Geld hat sich bewegt. Erneut versuchen oder eine andere Zahlart nehmen.</translation>
    </message>
    <message>
        <source>Nobody paid in time.</source>
        <translation>Niemand hat rechtzeitig bezahlt.</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Not paid on the card reader</source>
        <translation>Am Kartenleser nicht bezahlt</translation>
    </message>
    <message>
        <source>Nothing goes back: this lot keeps what was paid.</source>
        <translation>Nichts geht zurück: Dieser Parkplatz behält, was bezahlt wurde.</translation>
    </message>
    <message>
        <source>Other terminal</source>
        <translation>Anderes Terminal</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Paid by QR code.</source>
        <translation>Mit QR-Code bezahlt.</translation>
    </message>
    <message>
        <source>Paid on the card reader.</source>
        <translation>Am Kartenleser bezahlt.</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>Teils erstattet</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Preparing the card reader…</source>
        <translation>Kartenleser wird vorbereitet…</translation>
    </message>
    <message>
        <source>Preparing the code…</source>
        <translation>Code wird vorbereitet…</translation>
    </message>
    <message>
        <source>Present the card</source>
        <translation>Karte vorhalten</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Scan and pay</source>
        <translation>Scannen und zahlen</translation>
    </message>
    <message>
        <source>Stripe has not answered yet.</source>
        <translation>Stripe hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Test: no money moves</source>
        <translation>Test: kein Geld bewegt sich</translation>
    </message>
    <message>
        <source>The bank is at work</source>
        <translation>Die Bank arbeitet</translation>
    </message>
    <message>
        <source>The code has run out</source>
        <translation>Der Code ist abgelaufen</translation>
    </message>
    <message>
        <source>The driver can pay all the same; it shows here once Stripe answers.</source>
        <translation>Bezahlt werden kann trotzdem; es erscheint hier, sobald Stripe antwortet.</translation>
    </message>
    <message>
        <source>The driver can try again with this code, or with another card.</source>
        <translation>Mit diesem Code oder einer anderen Karte kann es erneut versucht werden.</translation>
    </message>
    <message>
        <source>The driver has done everything; the bank takes a while.</source>
        <translation>Alles ist getan; die Bank braucht eine Weile.</translation>
    </message>
    <message>
        <source>The driver holds a card or a phone to {reader}.</source>
        <translation>Karte oder Telefon an {reader} halten.</translation>
    </message>
    <message>
        <source>The driver scans the code with a phone and pays there.</source>
        <translation>Den Code mit dem Telefon scannen und dort bezahlen.</translation>
    </message>
    <message>
        <source>The lot keeps {amount}.</source>
        <translation>Der Parkplatz behält {amount}.</translation>
    </message>
    <message>
        <source>There is nothing to give back yet: the payment is still open.</source>
        <translation>Noch gibt es nichts zurückzugeben: Die Zahlung ist noch offen.</translation>
    </message>
    <message>
        <source>There is nothing to give back: it was not paid.</source>
        <translation>Es gibt nichts zurückzugeben: Es wurde nicht bezahlt.</translation>
    </message>
    <message>
        <source>There is nothing to give back: the payment was taken back.</source>
        <translation>Es gibt nichts zurückzugeben: Die Zahlung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Try once more, or take another tender.</source>
        <translation>Noch einmal versuchen oder eine andere Zahlart nehmen.</translation>
    </message>
    <message>
        <source>Until Stripe agrees, the driver may still have paid.</source>
        <translation>Bis Stripe zustimmt, kann noch bezahlt worden sein.</translation>
    </message>
    <message>
        <source>Waiting for Stripe</source>
        <translation>Warten auf Stripe</translation>
    </message>
    <message>
        <source>back on the card</source>
        <translation>zurück auf der Karte</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>lost; the money is gone</source>
        <translation>verloren; das Geld ist weg</translation>
    </message>
    <message>
        <source>on its way to the card</source>
        <translation>unterwegs zur Karte</translation>
    </message>
    <message>
        <source>settled before it began</source>
        <translation>beigelegt, bevor es begann</translation>
    </message>
    <message>
        <source>the appeal waits for an answer</source>
        <translation>der Einspruch wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>the bank asks</source>
        <translation>die Bank fragt nach</translation>
    </message>
    <message>
        <source>the bank asks no more</source>
        <translation>die Bank fragt nicht mehr</translation>
    </message>
    <message>
        <source>the bank weighs the answer</source>
        <translation>die Bank prüft die Antwort</translation>
    </message>
    <message>
        <source>the bank weighs the appeal</source>
        <translation>die Bank prüft den Einspruch</translation>
    </message>
    <message>
        <source>the card reader</source>
        <translation>den Kartenleser</translation>
    </message>
    <message>
        <source>the reader “{reader}”</source>
        <translation>den Leser „{reader}“</translation>
    </message>
    <message>
        <source>waits for Stripe</source>
        <translation>wartet auf Stripe</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>won; the money stays</source>
        <translation>gewonnen; das Geld bleibt</translation>
    </message>
    <message>
        <source>{amount} go back to the card by themselves.</source>
        <translation>{amount} gehen von selbst auf die Karte zurück.</translation>
    </message>
</context>
<context>
    <name>rail</name>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Parkplatz</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Parkzeiten</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Attendant</source>
        <translation>Kassenkraft</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Schichtleitung</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Overstaying</source>
        <translation>Überzogen</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
</context>
<context>
    <name>statuses</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>nicht erschienen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
</context>
<context>
    <name>vehicles</name>
    <message>
        <source>Electric car</source>
        <translation>Elektroauto</translation>
    </message>
    <message>
        <source>Hatchback</source>
        <translation>Kleinwagen</translation>
    </message>
    <message>
        <source>Multi-axle</source>
        <translation>Mehrachser</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>SUV</translation>
    </message>
    <message>
        <source>Sedan</source>
        <translation>Limousine</translation>
    </message>
    <message>
        <source>Three-wheeler</source>
        <translation>Dreirad</translation>
    </message>
    <message>
        <source>Two-wheeler</source>
        <translation>Zweirad</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Transporter</translation>
    </message>
</context>
</TS>

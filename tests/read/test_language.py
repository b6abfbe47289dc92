"""English is told from other languages, and names and quotations in them are not mistaken for them."""

from __future__ import annotations

import pytest

from kg.read.language import is_english, other_than_english

OTHERS = {
    "French": (
        "Le ministre a déclaré mardi que les négociations se poursuivraient malgré les désaccords. Il a "
        "ajouté que la prochaine réunion aurait lieu à Genève dans deux semaines."
    ),
    "German": (
        "Der Außenminister sagte am Dienstag, dass die Verhandlungen trotz der Meinungsverschiedenheiten "
        "fortgesetzt würden. Das nächste Treffen werde in zwei Wochen in Genf stattfinden."
    ),
    "Spanish": (
        "El ministro dijo el martes que las negociaciones continuarían a pesar de los desacuerdos. Añadió que "
        "la próxima reunión se celebraría en Ginebra dentro de dos semanas."
    ),
    "Italian": (
        "Il ministro ha dichiarato martedì che i negoziati continueranno nonostante i disaccordi. Ha aggiunto "
        "che la prossima riunione si terrà a Ginevra tra due settimane."
    ),
    "Portuguese": (
        "O ministro disse na terça-feira que as negociações continuariam apesar das divergências. Ele "
        "acrescentou que a próxima reunião seria realizada em Genebra dentro de duas semanas."
    ),
    "Dutch": (
        "De minister zei dinsdag dat de onderhandelingen ondanks de meningsverschillen zouden worden "
        "voortgezet. Hij voegde eraan toe dat de volgende bijeenkomst over twee weken in Genève zou "
        "plaatsvinden."
    ),
    "Swedish": (
        "Utrikesministern sade på tisdagen att förhandlingarna skulle fortsätta. Han tillade att nästa möte "
        "skulle äga rum i Genève om två veckor och att det var viktigt för alla."
    ),
    "Danish or Norwegian": (
        "Udenrigsministeren sagde tirsdag, at forhandlingerne ville fortsætte på trods af uenighederne. Han "
        "tilføjede, at det næste møde ville finde sted om to uger, og at det ikke var nemt for alle."
    ),
    "Polish": (
        "Minister powiedział we wtorek, że negocjacje będą kontynuowane pomimo różnic zdań. Dodał, że "
        "następne spotkanie odbędzie się w Genewie za dwa tygodnie i że jest to ważne dla wszystkich."
    ),
    "Turkish": (
        "Bakan salı günü yaptığı açıklamada müzakerelerin devam edeceğini söyledi. Bir sonraki toplantının "
        "iki hafta sonra Cenevre'de yapılacağını ve bunun herkes için çok önemli olduğunu da ekledi."
    ),
    "Indonesian or Malay": (
        "Menteri luar negeri mengatakan pada hari Selasa bahwa perundingan akan dilanjutkan meskipun ada "
        "perbedaan pendapat. Pertemuan berikutnya akan diadakan di Jenewa dalam dua minggu."
    ),
    "Romanian": (
        "Ministrul a declarat marți că negocierile vor continua. El a adăugat că următoarea întâlnire va avea "
        "loc la Geneva peste două săptămâni și că este importantă pentru toți."
    ),
    "Czech or Slovak": (
        "Ministr v úterý řekl, že jednání budou pokračovat navzdory neshodám. Dodal, že příští schůzka se "
        "bude konat v Ženevě za dva týdny a že je to důležité pro všechny."
    ),
    "Finnish": (
        "Ulkoministeri sanoi tiistaina, että neuvottelut jatkuvat. Hän lisäsi, että seuraava kokous pidetään "
        "Genevessä kahden viikon kuluttua ja että se on tärkeä kaikille."
    ),
    "Hungarian": (
        "A külügyminiszter kedden azt mondta, hogy a tárgyalások folytatódnak. Hozzátette, hogy a következő "
        "találkozóra két hét múlva kerül sor Genfben, és ez mindenkinek fontos."
    ),
    "Cyrillic (Russian, Ukrainian, Serbian, ...)": ("Министр заявил во вторник, что переговоры продолжатся."),
    "Arabic (Arabic, Persian, Urdu, ...)": ("قال وزير الخارجية يوم الثلاثاء إن المفاوضات ستستمر رغم الخلافات."),
    "Chinese or Japanese": ("外交部长星期二表示，尽管存在分歧，谈判仍将继续。"),
    "Greek": ("Ο υπουργός δήλωσε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν."),
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_named(language: str) -> None:
    assert other_than_english(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the talks would go on.",
        "“"
        + OTHERS["French"]
        + "” the minister told the ministers of the five states in the hall of the palace, and they "
        "agreed that it was the right answer to what had been said by the others on the way to the lake.",
        "Charles de Gaulle, Dominique de Villepin, Ursula von der Leyen, Jose de la Cruz: attended.",
        "Talks fail.",
        "“I don’t know David. I don’t think I’ve ever met him. I’m sure I didn’t. I don’t,” Varga told Jake Tapper.",
        "1 2 3",
    ],
)
def test_english_is_not_refused(text: str) -> None:
    assert other_than_english(text) is None


def test_names_of_english() -> None:
    assert all(map(is_english, ("en", "EN", "en-GB", "en_US", "eng", "English", " english ")))
    assert not any(map(is_english, ("fr", "enm", "de", "")))

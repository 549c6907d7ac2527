<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
    <context>
        <name>BlockLayers</name>
        <message>
            <source>Validation blocks</source>
            <translation>Validierungsblöcke</translation>
        </message>
        <message>
            <source>Validation blocks of {}</source>
            <translation>Validierungsblöcke von {}</translation>
        </message>
    </context>
    <context>
        <name>Build</name>
        <message>
            <source>PyTorch is installed with support for Apple’s GPU.</source>
            <translation>PyTorch wird mit Unterstützung für die GPU von Apple installiert.</translation>
        </message>
        <message>
            <source>NVIDIA driver {} found: PyTorch is installed for the GPU.</source>
            <translation>NVIDIA-Treiber {} gefunden: PyTorch wird für die GPU installiert.</translation>
        </message>
        <message>
            <source>No NVIDIA driver found: PyTorch is installed for the CPU.</source>
            <translation>Kein NVIDIA-Treiber gefunden: PyTorch wird für die CPU installiert.</translation>
        </message>
        <message>
            <source>The NVIDIA GPU is too old for PyTorch, which is installed for the CPU.</source>
            <translation>Die NVIDIA-GPU ist zu alt für PyTorch, das für die CPU installiert wird.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {} is too old for PyTorch, which is installed for the CPU; with driver {} or newer, remove the environment and install it again.</source>
            <translation>Der NVIDIA-Treiber {} ist zu alt für PyTorch, das für die CPU installiert wird; sobald Treiber {} oder ein neuerer da ist, die Umgebung entfernen und neu installieren.</translation>
        </message>
        <message>
            <source>Looking for a GPU</source>
            <translation>GPU wird gesucht</translation>
        </message>
    </context>
    <context>
        <name>BuildingClicks</name>
        <message>
            <source>Click a building first.</source>
            <translation>Zuerst ein Gebäude anklicken.</translation>
        </message>
        <message>
            <source>The worker is busy; the click waits.</source>
            <translation>Rechenprozess belegt; der Klick wartet.</translation>
        </message>
        <message>
            <source>Looking for the building…</source>
            <translation>Gebäude wird gesucht …</translation>
        </message>
        <message>
            <source>No building was found here.</source>
            <translation>Hier wurde kein Gebäude gefunden.</translation>
        </message>
        <message>
            <source>{:,.0f} m², confidence {:.0%}</source>
            <translation>{:,.0f} m², Konfidenz {:.0%}</translation>
        </message>
        <message>
            <source>A footprint to correct</source>
            <translation>Grundriss korrigieren</translation>
        </message>
    </context>
    <context>
        <name>CheckAnswer</name>
        <message>
            <source>Checking: {}</source>
            <translation>Prüfung: {}</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Optionen…</translation>
        </message>
        <message>
            <source>Buildings: {:,}, of which in validation blocks: {:,}</source>
            <translation>Gebäude: {:,}, davon in Validierungsblöcken: {:,}</translation>
        </message>
        <message>
            <source>Blocks: {} for training, {} for validation</source>
            <translation>Blöcke: {} zum Lernen, {} zum Validieren</translation>
        </message>
        <message>
            <source>Buildings: {:,}</source>
            <translation>Gebäude: {:,}</translation>
        </message>
        <message>
            <source>Takes {} on {}.</source>
            <translation>Dauert {} auf {}.</translation>
        </message>
    </context>
    <context>
        <name>ClickAction</name>
        <message>
            <source>Extract by click</source>
            <translation>Grundrisse per Klick</translation>
        </message>
        <message>
            <source>Click buildings, or drag a rectangle around several</source>
            <translation>Gebäude anklicken oder ein Rechteck um mehrere aufziehen</translation>
        </message>
        <message>
            <source>Draw a polygon around several</source>
            <translation>Polygon um mehrere zeichnen</translation>
        </message>
        <message>
            <source>Use the footprints as labels for fine-tuning…</source>
            <translation>Grundrisse zum Nachtrainieren verwenden…</translation>
        </message>
    </context>
    <context>
        <name>ClickArea</name>
        <message>
            <source>The polygon has no area; draw it again.</source>
            <translation>Das Polygon hat keine Fläche; erneut zeichnen.</translation>
        </message>
        <message>
            <source>This place is outside the SAR layer “{}”; click on that layer, or choose another SAR layer on the page Extract.</source>
            <translation>Diese Stelle liegt außerhalb des SAR-Layers „{}“; auf diesen Layer klicken oder auf der Seite Extrahieren einen anderen SAR-Layer wählen.</translation>
        </message>
    </context>
    <context>
        <name>ClickExtraction</name>
        <message>
            <source>Footprints by click</source>
            <translation>Grundrisse per Klick</translation>
        </message>
    </context>
    <context>
        <name>ClickResults</name>
        <message>
            <source>No building was found here.</source>
            <translation>Hier wurde kein Gebäude gefunden.</translation>
        </message>
        <message>
            <source>Footprints by click</source>
            <translation>Grundrisse per Klick</translation>
        </message>
        <message>
            <source>{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z undoes this.</source>
            <translation>{:,} hinzugefügt, {:,} ersetzt, in {:.1f} s. Strg+Z macht es rückgängig.</translation>
        </message>
        <message>
            <source>Building by click</source>
            <translation>Gebäude per Klick</translation>
        </message>
        <message>
            <source>Accepted in a review: not changed.</source>
            <translation>Bei der Durchsicht angenommen: unverändert.</translation>
        </message>
        <message>
            <source>Corrected. Ctrl+Z undoes this.</source>
            <translation>Korrigiert. Strg+Z macht es rückgängig.</translation>
        </message>
        <message>
            <source>Added, {:,} replaced. Ctrl+Z undoes this.</source>
            <translation>Hinzugefügt, {:,} ersetzt. Strg+Z macht es rückgängig.</translation>
        </message>
        <message>
            <source>Added. Ctrl+Z undoes this.</source>
            <translation>Hinzugefügt. Strg+Z macht es rückgängig.</translation>
        </message>
        <message>
            <source>The footprints cannot be transformed to the coordinate system of the layer “{}”; remove that layer and click again.</source>
            <translation>Die Grundrisse lassen sich nicht in das Koordinatensystem des Layers „{}“ umrechnen; diesen Layer entfernen und erneut klicken.</translation>
        </message>
        <message>
            <source>by_click_{}</source>
            <translation>per_klick_{}</translation>
        </message>
    </context>
    <context>
        <name>Clicks</name>
        <message>
            <source>This place cannot be transformed to the SAR layer’s coordinate system; click on the SAR layer.</source>
            <translation>Diese Stelle lässt sich nicht in das Koordinatensystem des SAR-Layers umrechnen; auf den SAR-Layer klicken.</translation>
        </message>
        <message>
            <source>The layer “{}” has a filter that hides footprints; clear it and click again.</source>
            <translation>Der Layer „{}“ hat einen Filter, der Grundrisse verbirgt; ihn löschen und erneut klicken.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited; remove it and click again.</source>
            <translation>Der Layer „{}“ lässt sich nicht bearbeiten; ihn entfernen und erneut klicken.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Referenzgebiet</translation>
        </message>
        <message>
            <source>The footprints cannot be written ({}); choose another folder to save to: {}</source>
            <translation>Die Grundrisse können nicht geschrieben werden ({}); einen anderen Ordner zum Speichern wählen: {}</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>F1 {:.2f}, precision {:.2f}, recall {:.2f} at an IoU of {:g}</source>
            <translation>F1 {:.2f}, Präzision {:.2f}, Trefferquote {:.2f} bei einer IoU von {:g}</translation>
        </message>
        <message>
            <source>{:,} polygons, {:,} in the reference</source>
            <translation>{:,} Polygone, {:,} in der Referenz</translation>
        </message>
        <message>
            <source>{:,} matched, {:,} changed, {:,} new, {:,} missing</source>
            <translation>{:,} zugeordnet, {:,} verändert, {:,} neu, {:,} fehlend</translation>
        </message>
        <message>
            <source>{:,} merged (on several of the reference), {:,} of the reference split</source>
            <translation>{:,} verschmolzen (auf mehreren der Referenz), {:,} der Referenz geteilt</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {:.2f}, median shift {:.1f} m, median offset {:+.1f} m east, {:+.1f} m north</source>
            <translation>Von denen in beiden: mittlere IoU {:.2f}, mediane Verschiebung {:.1f} m, medianer Versatz {:+.1f} m nach Osten, {:+.1f} m nach Norden</translation>
        </message>
        <message>
            <source>Area: everything</source>
            <translation>Gebiet: alles</translation>
        </message>
        <message>
            <source>Area: limited</source>
            <translation>Gebiet: begrenzt</translation>
        </message>
        <message>
            <source>Layer: {}</source>
            <translation>Layer: {}</translation>
        </message>
        <message>
            <source>Reference: {}</source>
            <translation>Referenz: {}</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Compare footprints</source>
            <translation>Grundrisse vergleichen</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map</source>
            <translation>Der zu prüfende Layer oder die neuere Karte</translation>
        </message>
        <message>
            <source>Choose a layer…</source>
            <translation>Layer wählen…</translation>
        </message>
        <message>
            <source>The known buildings, or the older map</source>
            <translation>Die bekannten Gebäude oder die ältere Karte</translation>
        </message>
        <message>
            <source>Polygons that both layers cover</source>
            <translation>Polygone, die beide Layer abdecken</translation>
        </message>
        <message>
            <source>Least intersection over union at which two polygons count as the same building</source>
            <translation>Kleinste Schnittfläche durch Vereinigungsfläche, bei der zwei Polygone als dasselbe Gebäude gelten</translation>
        </message>
        <message>
            <source>Intersection over union below which a building that is in both counts as changed</source>
            <translation>Schnittfläche durch Vereinigungsfläche, unter der ein Gebäude, das in beiden ist, als verändert gilt</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Distance between the centroids beyond which a building that is in both counts as changed</source>
            <translation>Abstand der Schwerpunkte, ab dem ein Gebäude, das in beiden ist, als verändert gilt</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleichen</translation>
        </message>
        <message>
            <source>Cl&amp;ose</source>
            <translation>Schließe&amp;n</translation>
        </message>
        <message>
            <source>&amp;Layer</source>
            <translation>&amp;Layer</translation>
        </message>
        <message>
            <source>&amp;Reference</source>
            <translation>&amp;Referenz</translation>
        </message>
        <message>
            <source>&amp;Area</source>
            <translation>&amp;Gebiet</translation>
        </message>
        <message>
            <source>&amp;Same from an IoU of</source>
            <translation>Dassel&amp;be ab einer IoU von</translation>
        </message>
        <message>
            <source>Changed &amp;below an IoU of</source>
            <translation>Verändert &amp;unter einer IoU von</translation>
        </message>
        <message>
            <source>or if &amp;moved by more than</source>
            <translation>oder bei Vers&amp;chiebung über</translation>
        </message>
        <message>
            <source>Save &amp;to</source>
            <translation>Speichern &amp;in</translation>
        </message>
        <message>
            <source>Where it was extracted</source>
            <translation>Wo extrahiert wurde</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Choose two different polygon layers.</source>
            <translation>Zwei verschiedene Polygonlayer wählen.</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>Das frühere Ergebnis überschreiben?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>Überschreiben?</translation>
        </message>
        <message>
            <source>Can&amp;cel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source>{} compared with {}</source>
            <translation>{} verglichen mit {}</translation>
        </message>
        <message>
            <source>Reading the layers</source>
            <translation>Layer werden gelesen</translation>
        </message>
        <message>
            <source>The comparison is ready, but not on the map, because another project was opened: {}</source>
            <translation>Der Vergleich ist fertig, aber nicht auf der Karte, weil ein anderes Projekt geöffnet wurde: {}</translation>
        </message>
    </context>
    <context>
        <name>Connection</name>
        <message>
            <source>crash, signal {}</source>
            <translation>Absturz, Signal {}</translation>
        </message>
        <message>
            <source>exit code {}</source>
            <translation>Rückgabewert {}</translation>
        </message>
    </context>
    <context>
        <name>Core</name>
        <message>
            <source>Trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>An simulierten Szenen trainiert: am eigenen Gebiet nachtrainieren, bevor man sich darauf verlässt.</translation>
        </message>
        <message>
            <source>Trained on scenes of your own; check its figures before you rely on it.</source>
            <translation>An eigenen Szenen trainiert; die Zahlen prüfen, bevor man sich darauf verlässt.</translation>
        </message>
        <message>
            <source>Fine-tuned on “{}”, an area of your own; its figures may not apply elsewhere.</source>
            <translation>An „{}“ nachtrainiert, einem eigenen Gebiet; anderswo gelten die Zahlen vielleicht nicht.</translation>
        </message>
        <message>
            <source>It learnt what its base predicts with an optical image, without drawn labels: use it for SAR alone; with an optical layer, its base is the better choice.</source>
            <translation>Gelernt hat es, was das Basismodell mit einem Optikbild vorhersagt, ohne gezeichnete Referenzgrundrisse: für SAR allein verwenden; mit Optikbild ist das Basismodell die bessere Wahl.</translation>
        </message>
        <message>
            <source>It learnt from SAR alone: with an optical layer, its base is the better choice.</source>
            <translation>Gelernt hat es an SAR allein: mit Optikbild ist das Basismodell die bessere Wahl.</translation>
        </message>
        <message>
            <source>It is a copy of its base: the trained weights were not better by more than chance.</source>
            <translation>Es ist eine Kopie seines Basismodells: Die trainierten Gewichte waren nicht mehr als zufällig besser.</translation>
        </message>
        <message>
            <source>--part and --scheduler are given; choose one of them.</source>
            <translation>--part und --scheduler sind beide angegeben; eines davon wählen.</translation>
        </message>
        <message>
            <source>--all-pixels needs --part; leave it out, or add --part I/N.</source>
            <translation>--all-pixels braucht --part; es weglassen oder --part I/N hinzufügen.</translation>
        </message>
        <message>
            <source>--parts needs --scheduler; leave it out, or use --part I/N.</source>
            <translation>--parts braucht --scheduler; es weglassen oder --part I/N verwenden.</translation>
        </message>
        <message>
            <source>--probability does not go with --part; give it to join.</source>
            <translation>--probability passt nicht zu --part; es bei join angeben.</translation>
        </message>
        <message>
            <source>{option} has an odd number of coordinates; give x and y of each point.</source>
            <translation>{option} hat eine ungerade Anzahl von Koordinaten; zu jedem Punkt x und y angeben.</translation>
        </message>
        <message>
            <source>{names} cannot be combined with the other options; see train --help.</source>
            <translation>{names} lässt sich nicht mit den anderen Optionen verbinden; siehe train --help.</translation>
        </message>
        <message>
            <source>--preset is given with --base, which has its own; leave out one of them.</source>
            <translation>--preset ist zusammen mit --base angegeben, das eine eigene Voreinstellung hat; eines von beiden weglassen.</translation>
        </message>
        <message>
            <source>There are no labels to train on; give a file of building polygons with --labels, or --labels {optical}.</source>
            <translation>Es gibt keine Referenzgrundrisse zum Trainieren; mit --labels eine Datei mit Gebäudepolygonen angeben, oder --labels {optical}.</translation>
        </message>
        <message>
            <source>The file has no building where the SAR layer is valid inside the labelled area; choose labels and an area of this scene: {name}</source>
            <translation>Die Datei hat kein Gebäude, wo der SAR-Layer im Referenzgebiet gültig ist; Referenzgrundrisse und ein Gebiet dieser Szene wählen: {name}</translation>
        </message>
        <message>
            <source>The labelled area takes {width} x {height} pixels of {pixel_size_m:g} m, more than can be trained on at a time ({limit:.0f} million); choose a smaller area.</source>
            <translation>Das Referenzgebiet umfasst {width} x {height} Pixel von {pixel_size_m:g} m, mehr als sich auf einmal trainieren lassen ({limit:.0f} Millionen); ein kleineres Gebiet wählen.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of building polygons: {name}</source>
            <translation>Die Datei hat keine Polygone; einen Layer mit Gebäudepolygonen wählen: {name}</translation>
        </message>
        <message>
            <source>The file lists no scenes; prepare the scenes with fewer folds: {path}</source>
            <translation>Die Datei nennt keine Szenen; die Szenen mit weniger Teilungen vorbereiten: {path}</translation>
        </message>
        <message>
            <source>The scenes of {path} have pixels of {prepared_m:g} m, not {pixel_size_m:g} m; train with --pixel-size {prepared_m:g}.</source>
            <translation>Die Szenen von {path} haben Pixel von {prepared_m:g} m, nicht {pixel_size_m:g} m; mit --pixel-size {prepared_m:g} trainieren.</translation>
        </message>
        <message>
            <source>The scenes need {needed:.0f} GB and the disk has {free:.0f} GB free; choose a folder on a larger disk.</source>
            <translation>Die Szenen brauchen {needed:.0f} GB, auf dem Datenträger sind {free:.0f} GB frei; einen Ordner auf einem größeren wählen.</translation>
        </message>
        <message>
            <source>There is no scene {name} in the store; prepare the scenes again.</source>
            <translation>Die Szene {name} ist nicht unter den vorbereiteten; die Szenen erneut vorbereiten.</translation>
        </message>
        <message>
            <source>The file is not a list of prepared scenes ({reason}); give one that was written with the scenes: {path}</source>
            <translation>Die Datei ist keine Liste vorbereiteter Szenen ({reason}); eine angeben, die mit den Szenen geschrieben wurde: {path}</translation>
        </message>
        <message>
            <source>The folder has no prepared scenes ({reason}); prepare them again: {folder}</source>
            <translation>Der Ordner hat keine vorbereiteten Szenen ({reason}); sie erneut vorbereiten: {folder}</translation>
        </message>
        <message>
            <source>Scene {name}: {warning}</source>
            <translation>Szene {name}: {warning}</translation>
        </message>
        <message>
            <source>The folder is not a scene: it has no {name}; give folders with sar.tif, buildings.geojson and, optionally, optical.tif: {folder}</source>
            <translation>Der Ordner ist keine Szene: {name} fehlt; Ordner mit sar.tif, buildings.geojson und, wenn vorhanden, optical.tif angeben: {folder}</translation>
        </message>
        <message>
            <source>The folder has no SAR_orientations.txt; unpack the training data again: {folder}</source>
            <translation>Im Ordner fehlt SAR_orientations.txt; die Trainingsdaten erneut entpacken: {folder}</translation>
        </message>
        <message>
            <source>The folder has no tile in SAR-Intensity; give the folder {folder_name} of the training data: {root}</source>
            <translation>Der Ordner hat keine Kachel in SAR-Intensity; den Ordner {folder_name} der Trainingsdaten angeben: {root}</translation>
        </message>
        <message>
            <source>The orientation of the strip of {sar} is not listed in {folder}; remove the file or unpack the training data again.</source>
            <translation>Die Ausrichtung des Streifens von {sar} steht nicht in {folder}; die Datei entfernen oder die Trainingsdaten erneut entpacken.</translation>
        </message>
        <message>
            <source>The file has {width} x {height} pixels where other tiles have {first_width} x {first_height}; unpack the training data again: {sar}</source>
            <translation>Die Datei hat {width} x {height} Pixel, andere Kacheln haben {first_width} x {first_height}; die Trainingsdaten erneut entpacken: {sar}</translation>
        </message>
        <message>
            <source>The file is not a summary of SpaceNet 6 ({reason}); unpack it again: {path}</source>
            <translation>Die Datei ist keine Übersicht von SpaceNet 6 ({reason}); sie erneut entpacken: {path}</translation>
        </message>
        <message>
            <source>The file is not north-up with pixels of {size} m, as SpaceNet 6 is; unpack the training data again: {path}</source>
            <translation>Die Datei ist nicht nach Norden ausgerichtet mit Pixeln von {size} m wie SpaceNet 6; die Trainingsdaten erneut entpacken: {path}</translation>
        </message>
        <message>
            <source>The file has {bands} bands instead of {count}; unpack the training data again: {path}</source>
            <translation>Die Datei hat {bands} Kanäle statt {count}; die Trainingsdaten erneut entpacken: {path}</translation>
        </message>
        <message>
            <source>{folds} folds are too few to train, validate and test; give 3 or more.</source>
            <translation>{folds} Teilungen sind zu wenige zum Trainieren, Validieren und Testen; 3 oder mehr angeben.</translation>
        </message>
        <message>
            <source>The images cover {extent:.0f} m, too little for {folds} folds with guard bands of {guard_m:g} m; give fewer folds or a narrower band.</source>
            <translation>Die Bilder reichen über {extent:.0f} m, zu wenig für {folds} Teilungen mit Schutzstreifen von {guard_m:g} m; weniger Teilungen oder schmalere Streifen angeben.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a file of polygons: {path}</source>
            <translation>Die Datei hat keine Polygone; eine Datei mit Polygonen wählen: {path}</translation>
        </message>
        <message>
            <source>The coordinates are not degrees, but the coordinate system is; assign the right one: {name}.</source>
            <translation>Die Koordinaten sind keine Grad, das Koordinatensystem aber ist eines in Grad; das richtige zuweisen: {name}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of both layers.</source>
            <translation>Koordinaten liegen außerhalb des Bereichs ihres Koordinatensystems; das Koordinatensystem beider Layer prüfen.</translation>
        </message>
        <message>
            <source>The layers are outside the area or the probability file; choose others of this place.</source>
            <translation>Die Layer liegen außerhalb des Gebiets oder der Wahrscheinlichkeitsdatei; andere von diesem Ort wählen.</translation>
        </message>
        <message>
            <source>Polygons outside the range of the coordinate system are left out: {count} of {what}.</source>
            <translation>Polygone außerhalb des Bereichs des Koordinatensystems werden weggelassen: {count} ({what}).</translation>
        </message>
        <message>
            <source>The coordinate system is local or of another planet; assign the layer the right one: {crs}.</source>
            <translation>Das Koordinatensystem ist lokal oder das eines anderen Planeten; dem Layer das richtige zuweisen: {crs}.</translation>
        </message>
        <message>
            <source>Some polygons are outside the range of their coordinate system; assign the layer the right one.</source>
            <translation>Einige Polygone liegen außerhalb des Bereichs ihres Koordinatensystems; dem Layer das richtige zuweisen.</translation>
        </message>
        <message>
            <source>Reading GeoParquet needs the Python package pyarrow; install it, or convert the file to a GeoPackage: {path}</source>
            <translation>GeoParquet wird mit dem Python-Paket pyarrow gelesen, das fehlt; installieren Sie es, oder wandeln Sie die Datei in ein GeoPackage um: {path}</translation>
        </message>
        <message>
            <source>The file is not GeoParquet that can be read; choose another: {path}</source>
            <translation>Die Datei ist kein lesbares GeoParquet; wählen Sie eine andere: {path}</translation>
        </message>
        <message>
            <source>The geometries are not stored as WKB; convert the file to a GeoPackage: {path}</source>
            <translation>Die Geometrien sind nicht als WKB gespeichert; wandeln Sie die Datei in ein GeoPackage um: {path}</translation>
        </message>
        <message>
            <source>The footprints of a part are damaged or of another version; delete them, or compute them again: {path}</source>
            <translation>Die Grundrisse eines Teils sind beschädigt oder von einer anderen Version; sie löschen oder erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>Polygons that cross themselves or are otherwise invalid were repaired ({count}); check them if they matter.</source>
            <translation>Polygone, die sich selbst schneiden oder anderweitig ungültig sind, wurden repariert ({count}); sie prüfen, wenn es auf sie ankommt.</translation>
        </message>
        <message>
            <source>Features without a polygon: {skipped} of {count} in {name}.</source>
            <translation>Objekte ohne Polygon: {skipped} von {count} in {name}.</translation>
        </message>
        <message>
            <source>No coordinate system, but coordinates in degrees; assign the coordinate system: {path}.</source>
            <translation>Kein Koordinatensystem, aber Koordinaten in Grad; das Koordinatensystem zuweisen: {path}.</translation>
        </message>
        <message>
            <source>The file is not a vector file that can be read; choose a file of polygons: {path}</source>
            <translation>Die Datei ist keine lesbare Vektordatei; eine Datei mit Polygonen wählen: {path}</translation>
        </message>
        <message>
            <source>A file of the shapefile is missing, {index}; copy it next to this one: {path}</source>
            <translation>Eine Datei des Shapefiles fehlt, {index}; sie neben diese kopieren: {path}</translation>
        </message>
        <message>
            <source>The archive contains several layers ({layers}); unpack it and choose one of its files: {path}</source>
            <translation>Das Archiv enthält mehrere Layer ({layers}); es entpacken und eine seiner Dateien wählen: {path}</translation>
        </message>
        <message>
            <source>The file does not exist; choose a file of polygons: {path}</source>
            <translation>Die Datei existiert nicht; eine Datei mit Polygonen wählen: {path}</translation>
        </message>
        <message>
            <source>The text is not UTF-8, so letters with accents may be wrong: {name}.</source>
            <translation>Der Text ist nicht UTF-8, Umlaute und Buchstaben mit Akzenten können falsch sein: {name}.</translation>
        </message>
        <message>
            <source>Dates that do not exist are left out ({count}): {name}.</source>
            <translation>Datumsangaben, die es nicht gibt, werden ausgelassen ({count}): {name}.</translation>
        </message>
        <message>
            <source>There is no layer {wanted}; choose one of its layers, {names}: {path}.</source>
            <translation>Den Layer {wanted} gibt es nicht; einen der Layer wählen, {names}: {path}.</translation>
        </message>
        <message>
            <source>There are several layers; choose one as PATH{separator}NAME, where NAME is one of {layers}: {path}.</source>
            <translation>Es gibt mehrere Layer; einen als PATH{separator}NAME wählen, mit einem dieser Namen: {layers}: {path}.</translation>
        </message>
        <message>
            <source>The coordinate system in the file is damaged; assign it again: {path}.</source>
            <translation>Das Koordinatensystem in der Datei ist beschädigt; es erneut zuweisen: {path}.</translation>
        </message>
        <message>
            <source>Two fields are called {name}; the second is now {unique}: {path}.</source>
            <translation>Zwei Felder heißen {name}; das zweite heißt jetzt {unique}: {path}.</translation>
        </message>
        <message>
            <source>A GeoPackage holds at most {most:,} fields; choose .fgb or .parquet, or remove some of the {count:,}.</source>
            <translation>Ein GeoPackage fasst höchstens {most:,} Felder; .fgb oder .parquet wählen oder einige der {count:,} entfernen.</translation>
        </message>
        <message>
            <source>GeoJSON cannot store this coordinate system; choose .gpkg or .fgb: {crs}.</source>
            <translation>GeoJSON kann dieses Koordinatensystem nicht speichern; .gpkg oder .fgb wählen: {crs}.</translation>
        </message>
        <message>
            <source>{field} must be one of {allowed}, not {value}.</source>
            <translation>{field} muss eines von {allowed} sein, nicht {value}.</translation>
        </message>
        <message>
            <source>{field} must be between 0 and 1, not {value}.</source>
            <translation>{field} muss zwischen 0 und 1 liegen, nicht {value}.</translation>
        </message>
        <message>
            <source>{field} must be at least {least:g}, not {value}.</source>
            <translation>{field} muss mindestens {least:g} sein, nicht {value}.</translation>
        </message>
        <message>
            <source>{field} must be more than {bound:g}, not {value}.</source>
            <translation>{field} muss größer als {bound:g} sein, nicht {value}.</translation>
        </message>
        <message>
            <source>{field} must be a finite number, not {value}.</source>
            <translation>{field} muss eine endliche Zahl sein, nicht {value}.</translation>
        </message>
        <message>
            <source>{field} must be at most {most:,}, not {value}.</source>
            <translation>{field} darf höchstens {most:,} sein, nicht {value}.</translation>
        </message>
        <message>
            <source>A style is given for the city of a file; leave out the style or the file: {city}</source>
            <translation>Für die Stadt einer Datei ist ein Stil angegeben; den Stil oder die Datei weglassen: {city}</translation>
        </message>
        <message>
            <source>polarisations must name at least one.</source>
            <translation>polarisations muss mindestens eine nennen.</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Zugriff verweigert</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Vorgang nicht erlaubt</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Datei oder Ordner nicht gefunden</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>Datei existiert bereits</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>kein Ordner</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>ist ein Ordner</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Dateiname zu lang</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Datei zu groß</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Dateisystem nur lesbar</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>Gerät oder Datei belegt</translation>
        </message>
        <message>
            <source>Text file busy</source>
            <translation>Programmdatei in Benutzung</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>Ordner nicht leer</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Ein-/Ausgabefehler</translation>
        </message>
        <message>
            <source>Invalid argument</source>
            <translation>ungültiges Argument</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>zu viele geöffnete Dateien</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Zu viele Ebenen symbolischer Verknüpfungen</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>veralteter Dateizugriff</translation>
        </message>
        <message>
            <source>The training has diverged: its loss or its weights are not finite; lower the learning rate or the weights of the loss, and start again.</source>
            <translation>Das Training ist divergiert: Sein Verlust oder seine Gewichte sind nicht endlich; die Lernrate oder die Gewichte des Verlusts verkleinern und erneut starten.</translation>
        </message>
        <message>
            <source>part must be between 1 and {parts}.</source>
            <translation>part muss zwischen 1 und {parts} liegen.</translation>
        </message>
        <message>
            <source>parts must name at least one file.</source>
            <translation>parts muss mindestens eine Datei nennen.</translation>
        </message>
        <message>
            <source>scheduler must be an address, or local:N.</source>
            <translation>scheduler muss eine Adresse sein oder local:N.</translation>
        </message>
        <message>
            <source>inside must have at least one point.</source>
            <translation>inside muss mindestens einen Punkt haben.</translation>
        </message>
        <message>
            <source>The point {x}, {y} is not finite.</source>
            <translation>Der Punkt {x}, {y} ist nicht endlich.</translation>
        </message>
        <message>
            <source>label of a raster in another file</source>
            <translation>Beschreibung eines Rasters in einer anderen Datei</translation>
        </message>
        <message>
            <source>coordinate system at an address</source>
            <translation>Koordinatensystem unter einer Adresse</translation>
        </message>
        <message>
            <source>tables in other files</source>
            <translation>Tabellen in anderen Dateien</translation>
        </message>
        <message>
            <source>web map</source>
            <translation>Webkarte</translation>
        </message>
        <message>
            <source>web coverage</source>
            <translation>Web-Coverage</translation>
        </message>
        <message>
            <source>web feature service</source>
            <translation>Web-Feature-Dienst</translation>
        </message>
        <message>
            <source>web service</source>
            <translation>Webdienst</translation>
        </message>
        <message>
            <source>tile index</source>
            <translation>Kachelindex</translation>
        </message>
        <message>
            <source>cache of another raster</source>
            <translation>Zwischenspeicher eines anderen Rasters</translation>
        </message>
        <message>
            <source>GDAL pipeline</source>
            <translation>GDAL-Verarbeitungskette</translation>
        </message>
        <message>
            <source>file with foreign overviews</source>
            <translation>Datei mit fremden Pyramiden</translation>
        </message>
        <message>
            <source>The view {view} of the file takes too long or never ends; remove it, or save the layer that you need as a new file: {path}</source>
            <translation>Die Sicht {view} der Datei dauert zu lange oder endet nie; sie entfernen, oder den benötigten Layer als neue Datei speichern: {path}</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written ({reason}); choose another one.</source>
            <translation>In den Ordner {folder} kann nicht geschrieben werden ({reason}); einen anderen wählen.</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it or choose another name: {out}</source>
            <translation>Die Ausgabe kann nicht ersetzt werden ({reason}); schließen, was sie benutzt, oder einen anderen Namen wählen: {out}</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it, and find the new result in {kept}: {out}</source>
            <translation>Die Ausgabe kann nicht ersetzt werden ({reason}); schließen, was sie benutzt; das neue Ergebnis liegt in {kept}: {out}</translation>
        </message>
        <message>
            <source>The disk of {folder} is full; free some space and start again.</source>
            <translation>Der Datenträger von {folder} ist voll; Platz schaffen und erneut starten.</translation>
        </message>
        <message>
            <source>its name or that of the output is not UTF-8</source>
            <translation>ihr Name oder der des Ordners ist nicht UTF-8</translation>
        </message>
        <message>
            <source>The output has several files, of which one exists ({name}); choose another name: {out}</source>
            <translation>Die Ausgabe besteht aus mehreren Dateien, von denen es eine schon gibt ({name}); einen anderen Namen wählen: {out}</translation>
        </message>
        <message>
            <source>Another run is writing this output; wait until it has finished, or delete {name} if there is none: {out}</source>
            <translation>Ein anderer Lauf schreibt diese Ausgabe; warten, bis er fertig ist, oder {name} löschen, wenn es keinen gibt: {out}</translation>
        </message>
        <message>
            <source>it is open in another program</source>
            <translation>in einem anderen Programm geöffnet</translation>
        </message>
        <message>
            <source>it was changed by another program</source>
            <translation>von einem anderen Programm geändert</translation>
        </message>
        <message>
            <source>The model has no {weights}; delete it or import it again: {model}.</source>
            <translation>Dem Modell fehlt {weights}; es löschen oder erneut importieren: {model}.</translation>
        </message>
        <message>
            <source>A model’s name must have 1 to {longest} characters; choose another.</source>
            <translation>Der Name eines Modells muss 1 bis {longest} Zeichen haben; einen anderen wählen.</translation>
        </message>
        <message>
            <source>Another model has this name; choose another: {title}</source>
            <translation>Ein anderes Modell heißt so; einen anderen Namen wählen: {title}</translation>
        </message>
        <message>
            <source>The file belongs to the model itself; choose another name: {path}</source>
            <translation>Die Datei gehört zum Modell selbst; einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The file is not the zip of one model ({count} files {manifest} at its top); choose one that was made with Export: {path}</source>
            <translation>Die Datei ist nicht die Zip-Datei eines einzelnen Modells (oberste Ebene: {count} Dateien {manifest}); eine mit Exportieren erstellte wählen: {path}</translation>
        </message>
        <message>
            <source>The weights do not match the manifest of the model (wrong sha-256); get a new copy: {model}.</source>
            <translation>Die Gewichte passen nicht zum Manifest des Modells (falsche sha-256); eine neue Kopie besorgen: {model}.</translation>
        </message>
        <message>
            <source>The model {folder} cannot be deleted ({reason}); close what uses its files and try again.</source>
            <translation>Das Modell {folder} kann nicht gelöscht werden ({reason}); schließen, was seine Dateien benutzt, und erneut versuchen.</translation>
        </message>
        <message>
            <source>The file cannot be unpacked ({reason}); it is damaged or not a zip of a model: get a new copy: {path}</source>
            <translation>Die Datei kann nicht entpackt werden ({reason}), ist also beschädigt oder keine Zip-Datei eines Modells; eine neue Kopie besorgen: {path}</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose the zip of a model: {path}</source>
            <translation>Die Datei kann nicht gelesen werden ({reason}); die Zip-Datei eines Modells wählen: {path}</translation>
        </message>
        <message>
            <source>The file is not a zip that was made with Export (compression method {method}); get a new copy: {path}</source>
            <translation>Die Datei ist keine mit Exportieren erstellte Zip-Datei (Kompressionsverfahren {method}); eine neue Kopie besorgen: {path}</translation>
        </message>
        <message>
            <source>The file is not a model: its {name} would unpack to {size:,} bytes; do not use this file: {path}</source>
            <translation>Die Datei ist kein Modell: {name} darin würde entpackt {size:,} Byte groß; diese Datei nicht verwenden: {path}</translation>
        </message>
        <message>
            <source>The weights of the model cannot be read; get a new copy: {model}.</source>
            <translation>Die Gewichte des Modells können nicht gelesen werden; eine neue Kopie besorgen: {model}.</translation>
        </message>
        <message>
            <source>The blocks in the zip are not GeoJSON; do not use this file: {path}.</source>
            <translation>Die Blöcke in der Zip-Datei sind kein GeoJSON; diese Datei nicht verwenden: {path}.</translation>
        </message>
        <message>
            <source>The model needs a network {preset} that this version does not have; update the plugin or choose another model: {model}.</source>
            <translation>Das Modell braucht ein Netz {preset}, das diese Version nicht hat; die Erweiterung aktualisieren oder ein anderes Modell wählen: {model}.</translation>
        </message>
        <message>
            <source>The model is of a format that this version does not know; update the plugin or choose another model: {model}.</source>
            <translation>Das Modell hat ein Format, das diese Version nicht kennt; die Erweiterung aktualisieren oder ein anderes Modell wählen: {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read (more than {levels} levels); choose another model: {model}.</source>
            <translation>Das Manifest des Modells kann nicht gelesen werden (mehr als {levels} Ebenen); ein anderes Modell wählen: {model}.</translation>
        </message>
        <message>
            <source>it is of type {kind}</source>
            <translation>Typ {kind}</translation>
        </message>
        <message>
            <source>it is not a SHA-256</source>
            <translation>keine SHA-256</translation>
        </message>
        <message>
            <source>a version is not a text</source>
            <translation>eine Version ist kein Text</translation>
        </message>
        <message>
            <source>The manifest of the model is incomplete ({reason}); install the model again: {model}.</source>
            <translation>Das Manifest des Modells ist unvollständig ({reason}); das Modell erneut installieren: {model}.</translation>
        </message>
        <message>
            <source>The model has no valid {name} ({problem}); choose another model: {model}.</source>
            <translation>Im Modell ist {name} ungültig ({problem}); ein anderes Modell wählen: {model}.</translation>
        </message>
        <message>
            <source>The folder is not a model: it has no {manifest}; choose a model folder: {model}.</source>
            <translation>Der Ordner ist kein Modell: {manifest} fehlt; den Ordner eines Modells wählen: {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read ({reason}); install the model again: {model}.</source>
            <translation>Das Manifest des Modells kann nicht gelesen werden ({reason}); das Modell erneut installieren: {model}.</translation>
        </message>
        <message>
            <source>{value} is not between {low:g} and {high:g}</source>
            <translation>{value} liegt nicht zwischen {low:g} und {high:g}</translation>
        </message>
        <message>
            <source>it has {count:,} characters, more than {most:,}</source>
            <translation>{count:,} Zeichen, mehr als {most:,}</translation>
        </message>
        <message>
            <source>it has control characters</source>
            <translation>enthält Steuerzeichen</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>er ist leer</translation>
        </message>
        <message>
            <source>The model does not exist; choose another model: {model}.</source>
            <translation>Das Modell existiert nicht; ein anderes Modell wählen: {model}.</translation>
        </message>
        <message>
            <source>There are no scenes to train on: name at least one folder with sar.tif.</source>
            <translation>Es gibt keine Szenen zum Trainieren: mindestens einen Ordner mit sar.tif nennen.</translation>
        </message>
        <message>
            <source>imagenet is given with a base, which has weights; leave out one of them: {path}</source>
            <translation>imagenet ist zusammen mit einem Basismodell angegeben, das schon Gewichte hat; eines von beiden weglassen: {path}</translation>
        </message>
        <message>
            <source>frozen_teacher keeps the OPT branch of a base; give a base too.</source>
            <translation>frozen_teacher behält den OPT-Zweig eines Basismodells bei; auch ein Basismodell angeben.</translation>
        </message>
        <message>
            <source>There is no optical image to take labels from; choose an optical layer, or labels that are drawn.</source>
            <translation>Es gibt kein optisches Bild, aus dem Referenzgrundrisse entnommen werden könnten; einen optischen Layer oder gezeichnete Referenzgrundrisse wählen.</translation>
        </message>
        <message>
            <source>Labels from optical cannot be partial; leave labels_quality at {complete}.</source>
            <translation>Referenzgrundrisse aus dem Optikbild können nicht unvollständig („partial“) sein; labels_quality auf {complete} lassen.</translation>
        </message>
        <message>
            <source>Corrections need labels from optical, which they correct; leave them out, or take the labels from optical.</source>
            <translation>Korrekturen berichtigen Referenzen aus dem Optikbild; sie weglassen oder die Referenzen aus dem Optikbild nehmen.</translation>
        </message>
        <message>
            <source>The path is a device or a pipe; choose a file: {path}</source>
            <translation>Der Pfad ist ein Gerät oder eine Pipe; eine Datei wählen: {path}</translation>
        </message>
        <message>
            <source>There is a device or a pipe next to the input; move it to another folder: {path}</source>
            <translation>Neben der Eingabe ist ein Gerät oder eine Pipe; sie in einen anderen Ordner verschieben: {path}</translation>
        </message>
        <message>
            <source>The source must have 1 to {most} printable characters, not {value}.</source>
            <translation>Die Quelle muss 1 bis {most} druckbare Zeichen haben, nicht {value}.</translation>
        </message>
        <message>
            <source>{field} must be an object, not {kind}.</source>
            <translation>{field} muss ein Objekt sein, nicht {kind}.</translation>
        </message>
        <message>
            <source>{field} has no field {key}.</source>
            <translation>{field} hat kein Feld {key}.</translation>
        </message>
        <message>
            <source>{field} must be of type {wanted}, not {kind}.</source>
            <translation>{field} muss vom Typ {wanted} sein, nicht {kind}.</translation>
        </message>
        <message>
            <source>{field} has no value for {key}.</source>
            <translation>{field} hat keinen Wert für {key}.</translation>
        </message>
        <message>
            <source>{field} must be a list, not {kind}.</source>
            <translation>{field} muss eine Liste sein, nicht {kind}.</translation>
        </message>
        <message>
            <source>{field} must have {count} values, not {given}.</source>
            <translation>{field} muss {count} Werte haben, nicht {given}.</translation>
        </message>
        <message>
            <source>{field} is too large.</source>
            <translation>{field} ist zu groß.</translation>
        </message>
        <message>
            <source>in Settings &gt; Options &gt; CMH-CL</source>
            <translation>unter Einstellungen &gt; Optionen &gt; CMH-CL</translation>
        </message>
        <message>
            <source>The file refers to other data ({kind}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Die Datei verweist auf andere Daten ({kind}); als GeoTIFF oder GeoPackage speichern oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to virtual files that refer to others; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Die virtuelle Datei verweist auf virtuelle Dateien, die auf andere verweisen; als GeoTIFF oder GeoPackage speichern oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>A connection of GDAL is given instead of a file on this computer; save its content as a file, or allow references {setting}: {text}</source>
            <translation>Statt einer Datei auf diesem Rechner ist eine Verbindung von GDAL angegeben; ihren Inhalt als Datei speichern oder Verweise {setting} erlauben: {text}</translation>
        </message>
        <message>
            <source>A file next to the raster refers to other data; remove it, or allow references {setting}: {path}.</source>
            <translation>Eine Datei neben dem Raster verweist auf andere Daten; sie entfernen oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>The virtual file cannot be checked ({reason}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Die virtuelle Datei kann nicht geprüft werden ({reason}); als GeoTIFF oder GeoPackage speichern oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is no file on this computer; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Die virtuelle Datei verweist auf {source}, keine Datei auf diesem Rechner; als GeoTIFF oder GeoPackage speichern oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is outside its folder; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Die virtuelle Datei verweist auf {source} außerhalb ihres Ordners; als GeoTIFF oder GeoPackage speichern oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is not of a format that is read from there; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Die virtuelle Datei verweist auf {source} in einem Format, das von dort nicht gelesen wird; als GeoTIFF oder GeoPackage speichern oder Verweise {setting} erlauben: {path}.</translation>
        </message>
        <message>
            <source>warped virtual raster</source>
            <translation>virtuelles Raster mit Transformation</translation>
        </message>
        <message>
            <source>Two bands have the same polarisation ({names}); choose a different one for each.</source>
            <translation>Zwei Kanäle haben dieselbe Polarisation ({names}); für jeden eine andere wählen.</translation>
        </message>
        <message>
            <source>sar must name at least one raster file.</source>
            <translation>sar muss mindestens eine Rasterdatei nennen.</translation>
        </message>
        <message>
            <source>optical_crs is given without an optical image; leave it out, or give the image.</source>
            <translation>optical_crs ist ohne ein Optikbild angegeben; es weglassen, oder das Bild angeben.</translation>
        </message>
        <message>
            <source>crop must be a multiple of {stride} pixels, not {crop}.</source>
            <translation>crop muss ein Vielfaches von {stride} Pixeln sein, nicht {crop}.</translation>
        </message>
        <message>
            <source>The points are too far apart for one building; click points that are at most {reach:.0f} m apart.</source>
            <translation>Die Punkte liegen zu weit auseinander für ein Gebäude; Punkte anklicken, die höchstens {reach:.0f} m auseinanderliegen.</translation>
        </message>
        <message>
            <source>The point {x:g}, {y:g} is outside the SAR layer; click on the layer: {path}.</source>
            <translation>Der Punkt {x:g}, {y:g} liegt außerhalb des SAR-Layers; auf den Layer klicken: {path}.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU found</source>
            <translation>keine NVIDIA-GPU gefunden</translation>
        </message>
        <message>
            <source>This build of PyTorch has no code for the {gpu}; choose auto or cpu.</source>
            <translation>Dieser Build von PyTorch hat keinen Code für die {gpu}; auto oder cpu wählen.</translation>
        </message>
        <message>
            <source>This machine has no {wanted} device; choose auto or cpu.</source>
            <translation>Dieser Rechner hat kein Gerät {wanted}; auto oder cpu wählen.</translation>
        </message>
        <message>
            <source>as chosen in the settings</source>
            <translation>wie in den Einstellungen gewählt</translation>
        </message>
        <message>
            <source>{gpu} found</source>
            <translation>{gpu} gefunden</translation>
        </message>
        <message>
            <source>Apple GPU found</source>
            <translation>Apple-GPU gefunden</translation>
        </message>
        <message>
            <source>this PyTorch was built without GPU support</source>
            <translation>dieses PyTorch hat keine GPU-Unterstützung</translation>
        </message>
        <message>
            <source>this build of PyTorch has no code for the NVIDIA GPU</source>
            <translation>dieser Build von PyTorch hat keinen Code für die NVIDIA-GPU</translation>
        </message>
        <message>
            <source>OpenVINO does not work on this machine</source>
            <translation>OpenVINO funktioniert auf diesem Rechner nicht</translation>
        </message>
        <message>
            <source>faster than OpenVINO on this machine</source>
            <translation>schneller als OpenVINO auf diesem Rechner</translation>
        </message>
        <message>
            <source>8-bit inference needs OpenVINO, which is not installed; choose another device, or install the Python environment again in the options.</source>
            <translation>8-Bit-Inferenz braucht OpenVINO, das nicht installiert ist; ein anderes Gerät wählen oder die Python-Umgebung in den Optionen neu installieren.</translation>
        </message>
        <message>
            <source>faster than PyTorch on this machine</source>
            <translation>schneller als PyTorch auf diesem Rechner</translation>
        </message>
        <message>
            <source>8-bit inference changes {share:.2%} of the sampled pixels</source>
            <translation>8-Bit-Inferenz ändert {share:.2%} der untersuchten Pixel</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the scene is too small to gain time</source>
            <translation>8-Bit-Inferenz wird nicht verwendet: Die Szene ist zu klein, um Zeit zu sparen</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it is no faster on this machine</source>
            <translation>8-Bit-Inferenz wird nicht verwendet: Sie ist auf diesem Rechner nicht schneller</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the sampled places have no data</source>
            <translation>8-Bit-Inferenz wird nicht verwendet: Die untersuchten Stellen haben keine Daten</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it would change {share:.2%} of the pixels</source>
            <translation>8-Bit-Inferenz wird nicht verwendet: Sie würde {share:.2%} der Pixel ändern</translation>
        </message>
        <message>
            <source>Quantising</source>
            <translation>Quantisieren</translation>
        </message>
        <message>
            <source>8-bit inference does not work on this machine</source>
            <translation>8-Bit-Inferenz funktioniert auf diesem Rechner nicht</translation>
        </message>
        <message>
            <source>The model computes values that are not finite; choose another model, or train it again with a lower learning rate.</source>
            <translation>Das Modell berechnet Werte, die keine endlichen Zahlen sind; ein anderes Modell wählen, oder es mit einer kleineren Lernrate erneut trainieren.</translation>
        </message>
        <message>
            <source>Extracting</source>
            <translation>Wird extrahiert</translation>
        </message>
        <message>
            <source>ONNX files need the library onnx; export without them (on the command line: --no-onnx), or install it: {command}</source>
            <translation>ONNX-Dateien brauchen die Bibliothek onnx; ohne sie exportieren (auf der Befehlszeile: --no-onnx) oder sie installieren: {command}</translation>
        </message>
        <message>
            <source>The weights {path} are not those that the model was made with (wrong sha-256); install the model again.</source>
            <translation>Die Gewichte {path} sind nicht die, mit denen das Modell erstellt wurde (falsche sha-256); das Modell erneut installieren.</translation>
        </message>
        <message>
            <source>The weights {path} are not all finite numbers; choose another model, or train this one again.</source>
            <translation>Die Gewichte {path} sind nicht alle endliche Zahlen; ein anderes Modell wählen, oder dieses erneut trainieren.</translation>
        </message>
        <message>
            <source>The weights {path} cannot be read ({reason}); install the model again.</source>
            <translation>Die Gewichte {path} können nicht gelesen werden ({reason}); das Modell erneut installieren.</translation>
        </message>
        <message>
            <source>The weights {path} do not fit the network {preset}; install the model again.</source>
            <translation>Die Gewichte {path} passen nicht zum Netz {preset}; das Modell erneut installieren.</translation>
        </message>
        <message>
            <source>The output must end in {names} or {last}; change its name: {path}</source>
            <translation>Die Ausgabe muss auf {names} oder {last} enden; ihren Namen ändern: {path}</translation>
        </message>
        <message>
            <source>The output has no valid name; name a file or folder: {path}</source>
            <translation>Die Ausgabe hat keinen gültigen Namen; eine Datei oder einen Ordner angeben: {path}</translation>
        </message>
        <message>
            <source>The output is not a file on this computer; choose another name: {path}</source>
            <translation>Die Ausgabe ist keine Datei auf diesem Rechner; einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The output must end in {name}; change its name: {path}</source>
            <translation>Die Ausgabe muss auf {name} enden; ihren Namen ändern: {path}</translation>
        </message>
        <message>
            <source>The output is a file, not a folder; choose another name: {path}</source>
            <translation>Die Ausgabe ist eine Datei, kein Ordner; einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The output exists and is not a file; choose another name: {path}</source>
            <translation>Die Ausgabe existiert und ist keine Datei; einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The output exists; choose another name or replace it with --overwrite: {path}</source>
            <translation>Die Ausgabe existiert; einen anderen Namen wählen oder sie mit --overwrite ersetzen: {path}</translation>
        </message>
        <message>
            <source>The output is read-only; choose another name: {path}</source>
            <translation>Die Ausgabe ist schreibgeschützt; einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>{problem}; choose another name: {path}</source>
            <translation>{problem}; einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The file {name} was made for another raster and would be read with the output; remove it or choose another name: {path}</source>
            <translation>Die Datei {name} gehört zu einem anderen Raster und würde mit der Ausgabe gelesen; sie entfernen oder einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The output is open in another program, or was not closed properly: it has the journal {journal}; close it there or choose another name: {path}</source>
            <translation>Die Ausgabe ist in einem anderen Programm geöffnet oder wurde nicht richtig geschlossen, denn sie hat das Journal {journal}; sie dort schließen oder einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another name: {path}</source>
            <translation>Die Ausgabe ist in einem anderen Programm geöffnet; sie dort schließen oder einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>The output is read by the same job ({name}); choose another name: {path}</source>
            <translation>Die Ausgabe wird vom selben Auftrag gelesen ({name}); einen anderen Namen wählen: {path}</translation>
        </message>
        <message>
            <source>Two outputs of the job have the same name; choose another for one: {path}</source>
            <translation>Zwei Ausgaben des Auftrags haben denselben Namen; für eine einen anderen wählen: {path}</translation>
        </message>
        <message>
            <source>The output has a name that cannot be written ({reason}); choose another name: {path}</source>
            <translation>Die Ausgabe hat einen Namen, der sich nicht schreiben lässt ({reason}); einen anderen wählen: {path}</translation>
        </message>
        <message>
            <source>The output exists and cannot be read ({reason})</source>
            <translation>Die Ausgabe existiert und kann nicht gelesen werden ({reason})</translation>
        </message>
        <message>
            <source>{problem}; move them and start again: {path}</source>
            <translation>{problem}; sie verschieben und erneut starten: {path}</translation>
        </message>
        <message>
            <source>The output exists and was not written by this program</source>
            <translation>Die Ausgabe existiert und wurde nicht von diesem Programm geschrieben</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} und {count} weitere</translation>
        </message>
        <message>
            <source>The output has other tables or triggers, which would be lost ({names})</source>
            <translation>Die Ausgabe hat weitere Tabellen oder Trigger, die verloren gingen ({names})</translation>
        </message>
        <message>
            <source>The output is a folder with other files, which would be lost ({names})</source>
            <translation>Die Ausgabe ist ein Ordner mit anderen Dateien, die verloren gehen würden ({names})</translation>
        </message>
        <message>
            <source>by their names or colours</source>
            <translation>nach ihren Namen oder Farben</translation>
        </message>
        <message>
            <source>8-bit values without a polarisation</source>
            <translation>8-Bit-Werte ohne Polarisation</translation>
        </message>
        <message>
            <source>The bands have no names of polarisations and are taken to be {names}; if they are others, choose the polarisations: {name}</source>
            <translation>Die Kanäle haben keine Namen von Polarisationen und gelten als {names}; falls es andere sind, die Polarisationen wählen: {name}</translation>
        </message>
        <message>
            <source>The {count} bands look like an optical image ({reason}); choose a SAR layer, or name its bands in the file, or choose the polarisations in the order of bands: {path}.</source>
            <translation>Die {count} Kanäle sehen wie ein optisches Bild aus ({reason}); einen SAR-Layer wählen, oder seine Kanäle in der Datei benennen, oder die Polarisationen in der Reihenfolge der Kanäle wählen: {path}.</translation>
        </message>
        <message>
            <source>The {count} bands have values about zero, like the real and the imaginary part of complex values; choose the amplitude, or name its bands in the file, or choose the polarisations, in the order of bands: {path}.</source>
            <translation>Die {count} Kanäle haben Werte um null wie Real- und Imaginärteil komplexer Werte; die Amplitude wählen, die Kanäle in der Datei benennen oder die Polarisationen in der Reihenfolge der Kanäle wählen: {path}.</translation>
        </message>
        <message>
            <source>{count} bands are more than there are polarisations ({most}); choose a SAR layer of 1 to {most} bands: {files}</source>
            <translation>{count} Kanäle sind mehr, als es Polarisationen gibt ({most}); einen SAR-Layer mit 1 bis {most} Kanälen wählen: {files}</translation>
        </message>
        <message>
            <source>The polarisations of the bands are unclear ({named} for {count} bands); name each band as one of {polarisations}: {files}</source>
            <translation>Die Polarisationen der Kanäle sind unklar ({named} für {count} Kanäle); jeden Kanal nach einer von {polarisations} benennen: {files}</translation>
        </message>
        <message>
            <source>The polarisations {names} must be different and among {polarisations}; name each band as a different one: {files}</source>
            <translation>Die Polarisationen {names} müssen verschieden sein und zu {polarisations} gehören; jeden Kanal nach einer anderen benennen: {files}</translation>
        </message>
        <message>
            <source>The file has {count} bands and does not say which are red, green and blue; choose an optical layer of 1, 3 or 4 bands: {path}</source>
            <translation>Die Datei hat {count} Kanäle und sagt nicht, welche Rot, Grün und Blau sind; einen optischen Layer mit 1, 3 oder 4 Kanälen wählen: {path}</translation>
        </message>
        <message>
            <source>The names of the bands say no colours, so that they are taken to be {colours}; if they are others, name them in the file: {name}</source>
            <translation>Die Namen der Kanäle nennen keine Farben, daher gelten sie als {colours}; falls es andere sind, sie in der Datei benennen: {name}</translation>
        </message>
        <message>
            <source>Bands of {name} that are not used: {names}.</source>
            <translation>Nicht verwendete Kanäle von {name}: {names}.</translation>
        </message>
        <message>
            <source>The values are spread evenly about zero, like the real or the imaginary part of complex values; if they are one of them, choose the amplitude: {name}</source>
            <translation>Die Werte verteilen sich gleichmäßig um null wie der Real- oder Imaginärteil komplexer Werte; falls sie einer davon sind, die Amplitude wählen: {name}</translation>
        </message>
        <message>
            <source>By its name the layer holds no backscatter; choose the SAR layers without it: {path}.</source>
            <translation>Seinem Namen nach enthält der Layer keine Rückstreuung; die SAR-Layer ohne ihn wählen: {path}.</translation>
        </message>
        <message>
            <source>The band {name} is only a part of complex values; choose the amplitude, or one file with the real and the imaginary part: {path}.</source>
            <translation>Der Kanal {name} ist nur ein Teil komplexer Werte; die Amplitude wählen oder eine Datei mit Real- und Imaginärteil: {path}.</translation>
        </message>
        <message>
            <source>the same detail in all of them</source>
            <translation>in allen die gleichen Einzelheiten</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; copy or download it again: {path}</source>
            <translation>Die Datei ist unvollständig oder beschädigt; die Datei erneut kopieren oder herunterladen: {path}</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.0f} m show no buildings; choose a SAR layer with pixels of 0.3 to 1.5 m, or assign the right coordinate system: {path}.</source>
            <translation>Pixel von {own_m:.0f} m zeigen keine Gebäude; einen SAR-Layer mit Pixeln von 0,3 bis 1,5 m wählen oder das richtige Koordinatensystem zuweisen: {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.2g} m are smaller than any sensor’s; assign the right coordinate system: {path}.</source>
            <translation>Pixel von {own_m:.2g} m sind kleiner als die jedes Sensors; das richtige Koordinatensystem zuweisen: {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result will be poor: {name}</source>
            <translation>Die Datei hat Pixel von {size:.1f} m, zu grob für einzelne Gebäude; das Ergebnis wird schlecht: {name}</translation>
        </message>
        <message>
            <source>The scene would have {width:,} x {height:,} pixels, more than {most:,} in all; choose a smaller area, or SAR files of one place: {path}.</source>
            <translation>Die Szene hätte {width:,} x {height:,} Pixel, mehr als insgesamt {most:,}; ein kleineres Gebiet oder SAR-Dateien eines Ortes wählen: {path}.</translation>
        </message>
        <message>
            <source>The model needs pixels of {size:g} m, more than {most} times smaller than the {own_m:.2g} m of the layer; choose another model, or a layer with smaller pixels: {path}.</source>
            <translation>Das Modell braucht Pixel von {size:g} m, mehr als {most}-mal kleiner als die {own_m:.2g} m des Layers; ein anderes Modell oder einen Layer mit kleineren Pixeln wählen: {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.1f} m are too coarse to show single buildings, and would become {width} x {height} small ones; choose a SAR layer with pixels of 0.3 to 1.5 m, or a small area: {path}.</source>
            <translation>Pixel von {own_m:.1f} m sind zu grob für einzelne Gebäude und würden zu {width} x {height} kleinen; einen SAR-Layer mit Pixeln von 0,3 bis 1,5 m oder ein kleines Gebiet wählen: {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result may be better without it: {name}</source>
            <translation>Die Datei hat Pixel von {size:.1f} m, zu grob für einzelne Gebäude; ohne diesen Layer ist das Ergebnis vielleicht besser: {name}</translation>
        </message>
        <message>
            <source>The optical layer and SAR do not overlap; choose one of the same place or none: {path} and {other}</source>
            <translation>Der optische Layer und SAR überlappen sich nicht; einen vom selben Ort wählen oder keinen: {path} und {other}</translation>
        </message>
        <message>
            <source>The file is not georeferenced; its pixels are taken to be {size:g} m: {name}</source>
            <translation>Die Datei ist nicht georeferenziert; für die Pixel werden {size:g} m angenommen: {name}</translation>
        </message>
        <message>
            <source>One file has no coordinate system, another has one; assign the first its coordinate system: {path} and {other}</source>
            <translation>Eine Datei hat kein Koordinatensystem, eine andere hat eines; der ersten ihr Koordinatensystem zuweisen: {path} und {other}</translation>
        </message>
        <message>
            <source>The SAR files do not overlap; choose files of one scene: {path} and {other}</source>
            <translation>Die SAR-Dateien überlappen sich nicht; Dateien einer Szene wählen: {path} und {other}</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {path} and {other}.</source>
            <translation>Die Koordinatensysteme lassen sich nicht ineinander umrechnen; Dateien im selben wählen: {path} und {other}.</translation>
        </message>
        <message>
            <source>The file has no coordinate system; its units are taken to be metres: {name}</source>
            <translation>Die Datei hat kein Koordinatensystem; als Einheit wird Meter angenommen: {name}</translation>
        </message>
        <message>
            <source>The file or the .aux.xml file next to it is damaged ({reason}); remove that file or save the raster again: {path}.</source>
            <translation>Die Datei oder die Datei .aux.xml daneben ist beschädigt ({reason}); diese löschen oder das Raster neu speichern: {path}.</translation>
        </message>
        <message>
            <source>values in other files</source>
            <translation>Werte in anderen Dateien</translation>
        </message>
        <message>
            <source>The file in the archive is not read there, or refers to other data; unpack the archive and choose the unpacked file: {path}.</source>
            <translation>Die Datei im Archiv wird dort nicht gelesen oder verweist auf andere Daten; das Archiv entpacken und die entpackte Datei wählen: {path}.</translation>
        </message>
        <message>
            <source>The ground control points are fitted with errors of up to {error:.1f} pixels, so that the result is displaced; check them, or geocode the file: {name}</source>
            <translation>Die Passpunkte sind mit Fehlern von bis zu {error:.1f} Pixeln angepasst, daher ist das Ergebnis verschoben; sie prüfen oder die Datei georeferenzieren: {name}</translation>
        </message>
        <message>
            <source>The geotransform does not place the image; geocode it first: {path}.</source>
            <translation>Die Geotransformation gibt dem Bild keinen Ort; es erst georeferenzieren: {path}.</translation>
        </message>
        <message>
            <source>Coordinates are out of the range of the coordinate system; assign the right one: {path}.</source>
            <translation>Koordinaten liegen außerhalb des Bereichs des Koordinatensystems; das richtige zuweisen: {path}.</translation>
        </message>
        <message>
            <source>The coordinate system is not known; give WKT or EPSG:code: {crs}.</source>
            <translation>Das Koordinatensystem ist nicht bekannt; WKT oder EPSG:Code angeben: {crs}.</translation>
        </message>
        <message>
            <source>The ground control points or RPC do not place the image; geocode it first: {path}.</source>
            <translation>Die Passpunkte oder RPC geben dem Bild keinen Ort; es erst georeferenzieren: {path}.</translation>
        </message>
        <message>
            <source>The file is placed by its RPC at a height of {height:.0f} m; where the ground is higher or lower, the result is displaced: {name}</source>
            <translation>Die Datei ist mit seinen RPC auf eine Höhe von {height:.0f} m bezogen; wo das Gelände höher oder tiefer liegt, ist das Ergebnis verschoben: {name}</translation>
        </message>
        <message>
            <source>The image is placed by arrays of longitudes and latitudes; geocode it first: {path}.</source>
            <translation>Das Bild ist durch Felder von Längen und Breiten verortet; es zuerst geokodieren: {path}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of the polygons: {name} to {other}.</source>
            <translation>Koordinaten liegen außerhalb des Bereichs ihres Koordinatensystems; das Koordinatensystem der Polygone prüfen: {name} nach {other}.</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {name} and {other}.</source>
            <translation>Die Koordinatensysteme lassen sich nicht ineinander umrechnen; Dateien im selben wählen: {name} und {other}.</translation>
        </message>
        <message>
            <source>One SAR file has decibels and another amplitude or power, but both are read with the same scale; convert all files to one scale: {name} and {other}</source>
            <translation>Eine SAR-Datei hat Dezibel und eine andere Amplitude oder Leistung, aber beide werden mit derselben Skala gelesen; alle Dateien in eine Skala umrechnen: {name} und {other}</translation>
        </message>
        <message>
            <source>The band {band} has decibels and {other} amplitude or power, but both are read with the same scale; convert all bands to one scale: {name}</source>
            <translation>Der Kanal {band} hat Dezibel, {other} Amplitude oder Leistung, aber beide werden mit derselben Skala gelesen; alle Kanäle in eine Skala umrechnen: {name}</translation>
        </message>
        <message>
            <source>other bands, types or nodata values</source>
            <translation>andere Kanäle, Typen oder Nodata-Werte</translation>
        </message>
        <message>
            <source>A raster of the mosaic does not fit {first} ({difference}); warp it, or move it to another folder: {path}.</source>
            <translation>Ein Raster des Mosaiks passt nicht zu {first} ({difference}); es transformieren oder in einen anderen Ordner verschieben: {path}.</translation>
        </message>
        <message>
            <source>The folder contains no raster ({extensions}); choose another: {folder}.</source>
            <translation>Der Ordner enthält kein Raster ({extensions}); einen anderen wählen: {folder}.</translation>
        </message>
        <message>
            <source>another coordinate system</source>
            <translation>anderes Koordinatensystem</translation>
        </message>
        <message>
            <source>A file of the mosaic is not a raster that can be read; move it: {path}.</source>
            <translation>Eine Datei des Mosaiks ist kein lesbares Raster; sie verschieben: {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic is not north-up; warp or move it: {path}.</source>
            <translation>Ein Raster des Mosaiks ist nicht nach Norden ausgerichtet; es transformieren oder verschieben: {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic has a mask; give it a nodata value instead: {path}.</source>
            <translation>Ein Raster des Mosaiks hat eine Maske; ihm stattdessen einen Nodata-Wert geben: {path}.</translation>
        </message>
        <message>
            <source>another pixel grid</source>
            <translation>anderes Pixelgitter</translation>
        </message>
        <message>
            <source>The file contains several rasters; choose one of them by its name, {listed}: {name}.</source>
            <translation>Die Datei enthält mehrere Raster; eines beim Namen wählen, {listed}: {name}.</translation>
        </message>
        <message>
            <source>The file has {count:,} bands, more than {most:,}; choose another file: {name}.</source>
            <translation>Die Datei hat {count:,} Kanäle, mehr als {most:,}; eine andere Datei wählen: {name}.</translation>
        </message>
        <message>
            <source>The file is not a raster that can be read; choose another file: {name}</source>
            <translation>Die Datei ist kein lesbares Raster; eine andere Datei wählen: {name}</translation>
        </message>
        <message>
            <source>The file contains no raster; choose another file: {name}.</source>
            <translation>Die Datei enthält kein Raster; eine andere Datei wählen: {name}.</translation>
        </message>
        <message>
            <source>The file does not exist; choose a raster file: {name}</source>
            <translation>Die Datei existiert nicht; eine Rasterdatei wählen: {name}</translation>
        </message>
        <message>
            <source>The raster cannot be read over the network ({reason}); check its address and the connection: {name}</source>
            <translation>Das Raster kann nicht über das Netzwerk gelesen werden ({reason}); Adresse und Verbindung prüfen: {name}</translation>
        </message>
        <message>
            <source>The file is damaged or not a part of a scene; compute the part again: {path}</source>
            <translation>Die Datei ist beschädigt oder kein Teil einer Szene; den Teil erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>{missing} of {count} parts are missing ({listed}); compute them and name them too: {path}</source>
            <translation>{missing} von {count} Teilen fehlen ({listed}); sie berechnen und ebenfalls nennen: {path}</translation>
        </message>
        <message>
            <source>The part was written by another version; compute it again: {path}</source>
            <translation>Der Teil wurde von einer anderen Version geschrieben; ihn erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>The part does not fit {first} ({difference}); leave it out, or compute it again: {path}</source>
            <translation>Der Teil passt nicht zu {first} ({difference}); ihn weglassen oder erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>Part {number} is given twice; leave one out: {first}, {path}</source>
            <translation>Teil {number} ist zweimal angegeben; einen weglassen: {first}, {path}</translation>
        </message>
        <message>
            <source>another scene</source>
            <translation>andere Szene</translation>
        </message>
        <message>
            <source>another area</source>
            <translation>anderes Gebiet</translation>
        </message>
        <message>
            <source>another model</source>
            <translation>anderes Modell</translation>
        </message>
        <message>
            <source>other settings</source>
            <translation>andere Einstellungen</translation>
        </message>
        <message>
            <source>another number of parts</source>
            <translation>andere Anzahl von Teilen</translation>
        </message>
        <message>
            <source>The part cannot be read ({reason}); check its name: {path}</source>
            <translation>Der Teil kann nicht gelesen werden ({reason}); seinen Namen prüfen: {path}</translation>
        </message>
        <message>
            <source>The part is damaged; compute it again: {path}</source>
            <translation>Der Teil ist beschädigt; ihn erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>the area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <source>the SAR layer</source>
            <translation>SAR-Layer</translation>
        </message>
        <message>
            <source>the label layer</source>
            <translation>Layer der Referenzgrundrisse</translation>
        </message>
        <message>
            <source>the layer</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>the reference</source>
            <translation>Referenz</translation>
        </message>
        <message>
            <source>The file has no polygon on the SAR layer; choose labels of this scene, or assign them the right coordinate system: {path}</source>
            <translation>Die Datei hat kein Polygon auf dem SAR-Layer; Referenzgrundrisse dieser Szene wählen oder ihnen das richtige Koordinatensystem zuweisen: {path}</translation>
        </message>
        <message>
            <source>There is no coordinate system for {what}; it is taken to be that of {other}.</source>
            <translation>Kein Koordinatensystem: {what}; es wird das gleiche angenommen wie hier: {other}.</translation>
        </message>
        <message>
            <source>The area is not a polygon; draw or choose another one.</source>
            <translation>Das Gebiet ist kein Polygon; ein anderes zeichnen oder wählen.</translation>
        </message>
        <message>
            <source>The area is outside {path}; choose an area on the SAR layer.</source>
            <translation>Das Gebiet liegt außerhalb von {path}; ein Gebiet auf dem SAR-Layer wählen.</translation>
        </message>
        <message>
            <source>A local coordinate system cannot be converted, that of {what} or of {onto}; assign both the right one.</source>
            <translation>Ein lokales Koordinatensystem lässt sich nicht umrechnen ({what} oder {onto}); beiden das richtige zuweisen.</translation>
        </message>
        <message>
            <source>The coordinate systems of {what} and {onto} cannot be converted into each other; assign the right ones.</source>
            <translation>Die Koordinatensysteme lassen sich nicht ineinander umrechnen ({what} und {onto}); die richtigen zuweisen.</translation>
        </message>
        <message>
            <source>The file is not a probability file; choose one that an extraction wrote: {path}</source>
            <translation>Die Datei ist keine Wahrscheinlichkeitsdatei; eine wählen, die eine Extraktion geschrieben hat: {path}</translation>
        </message>
        <message>
            <source>The probability file {path} cannot be read; run the extraction again.</source>
            <translation>Die Wahrscheinlichkeitsdatei {path} kann nicht gelesen werden; die Extraktion erneut ausführen.</translation>
        </message>
        <message>
            <source>The probability file was changed by another program; choose the one that the extraction wrote, or run the extraction again: {path}</source>
            <translation>Die Wahrscheinlichkeitsdatei wurde von einem anderen Programm verändert; wählen Sie die, die die Extraktion geschrieben hat, oder führen Sie die Extraktion erneut aus: {path}</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; run the extraction again: {path}</source>
            <translation>Die Datei ist unvollständig oder beschädigt; die Extraktion erneut ausführen: {path}</translation>
        </message>
        <message>
            <source>positive values with the long bright tail of amplitude</source>
            <translation>positive Werte mit den vielen hellen einer Amplitude</translation>
        </message>
        <message>
            <source>complex values</source>
            <translation>komplexe Werte</translation>
        </message>
        <message>
            <source>negative values</source>
            <translation>negative Werte</translation>
        </message>
        <message>
            <source>no positive values</source>
            <translation>keine positiven Werte</translation>
        </message>
        <message>
            <source>positive values without the bright tail of amplitude: log-scaled</source>
            <translation>positive Werte ohne die vielen hellen einer Amplitude: logarithmiert</translation>
        </message>
        <message>
            <source>positive values with the very long tail of power</source>
            <translation>positive Werte mit den sehr vielen hellen einer Leistung</translation>
        </message>
        <message>
            <source>The value {value:g} fills {share:.0%} of the file; if nothing was measured there, set it as the nodata value: {name}</source>
            <translation>Der Wert {value:g} füllt {share:.0%} der Datei; falls dort nichts gemessen wurde, ihn als Nodata-Wert setzen: {name}</translation>
        </message>
        <message>
            <source>The file has only {count} different values, like a mask or a classification; choose an image if it is one: {name}</source>
            <translation>Die Datei hat nur {count} verschiedene Werte, wie eine Maske oder Klassifikation; falls sie eine ist, ein Bild wählen: {name}</translation>
        </message>
        <message>
            <source>Rasters of the folder cover the same place, where the last one by name is used ({names}); move other bands and dates to folders of their own: {name}</source>
            <translation>Raster des Ordners bedecken denselben Ort, für den das letzte nach dem Namen verwendet wird ({names}); andere Kanäle und Zeitpunkte in eigene Ordner verschieben: {name}</translation>
        </message>
        <message>
            <source>The file contains several rasters; the first one is used: {name}</source>
            <translation>Die Datei enthält mehrere Raster; das erste wird verwendet: {name}</translation>
        </message>
        <message>
            <source>The header {header} next to the file is that of another raster; choose that one, or move the file and its own header to another folder: {path}.</source>
            <translation>Die Kopfdatei {header} neben der Datei gehört zu einem anderen Raster; dieses wählen, oder die Datei mit ihrer eigenen Kopfdatei in einen anderen Ordner verschieben: {path}.</translation>
        </message>
        <message>
            <source>The optical layer is also the SAR layer; choose another optical layer or none: {path}.</source>
            <translation>Der optische Layer ist auch der SAR-Layer; einen anderen optischen Layer wählen oder keinen: {path}.</translation>
        </message>
        <message>
            <source>The file has no valid pixels; choose a SAR layer with values: {path}</source>
            <translation>Die Datei hat keine gültigen Pixel; einen SAR-Layer mit Werten wählen: {path}</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or none: {path}</source>
            <translation>Die Datei hat keine gültigen Pixel, wo SAR welche hat; einen optischen Layer dieses Ortes wählen oder keinen: {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose a SAR image: {path}</source>
            <translation>Die Datei hat in allen Pixeln denselben Wert; ein SAR-Bild wählen: {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose an optical image, or none: {path}</source>
            <translation>Die Datei hat in allen Pixeln denselben Wert; ein optisches Bild wählen oder keines: {path}</translation>
        </message>
        <message>
            <source>The band {band} has no valid pixels, or one value in all sampled ones; choose SAR layers without it: {name}</source>
            <translation>Der Kanal {band} hat keine gültigen Pixel oder denselben Wert in allen geprüften; SAR-Layer ohne ihn wählen: {name}</translation>
        </message>
        <message>
            <source>Two SAR layers are the same file; choose one file for each polarisation: {path} and {other}.</source>
            <translation>Zwei SAR-Layer sind dieselbe Datei; für jede Polarisation eine Datei wählen: {path} und {other}.</translation>
        </message>
        <message>
            <source>The optical layer has no valid pixels in the area where SAR has some, so only SAR is used: {name}</source>
            <translation>Der optische Layer hat im Gebiet keine gültigen Pixel, wo SAR welche hat; es wird nur SAR benutzt: {name}</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>gewählt</translation>
        </message>
        <message>
            <source>There is no room to keep finished rows in {folder}; if this extraction is killed, it starts again from the beginning.</source>
            <translation>In {folder} ist kein Platz, um fertige Zeilen aufzubewahren; wenn diese Extraktion abgebrochen wird, beginnt sie wieder von vorn.</translation>
        </message>
        <message>
            <source>Only {count} files may be open at a time; raise the limit to {least} or more (ulimit -n).</source>
            <translation>Nur {count} Dateien dürfen gleichzeitig offen sein; die Grenze auf {least} oder mehr erhöhen (ulimit -n).</translation>
        </message>
        <message>
            <source>Only {count:,} MB of memory may be used; raise the limit to {least:,} MB or more (ulimit -v).</source>
            <translation>Nur {count:,} MB Speicher dürfen verwendet werden; die Grenze auf {least:,} MB oder mehr erhöhen (ulimit -v).</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Modell wird geladen</translation>
        </message>
        <message>
            <source>The file has no building with a height; choose another file: {path}</source>
            <translation>Die Datei hat kein Gebäude mit einer Höhe; eine andere Datei wählen: {path}</translation>
        </message>
        <message>
            <source>The city is {width:,.0f} km wide and {height:,.0f} m high, more than {widest:.0f} km or {highest:,.0f} m; choose a file in metres, or a part of the city: {path}.</source>
            <translation>Die Stadt ist {width:,.0f} km breit und {height:,.0f} m hoch, mehr als {widest:.0f} km oder {highest:,.0f} m; eine Datei in Metern oder einen Teil der Stadt wählen: {path}.</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose a CityJSON file: {path}</source>
            <translation>Die Datei kann nicht gelesen werden ({reason}); eine CityJSON-Datei wählen: {path}</translation>
        </message>
        <message>
            <source>The file is neither CityJSON nor a list of footprints with heights ({reason}); choose another file: {path}</source>
            <translation>Die Datei ist weder CityJSON noch eine Liste von Grundrissen mit Höhen ({reason}); eine andere Datei wählen: {path}</translation>
        </message>
        <message>
            <source>There is no style {style}; choose one of {styles}.</source>
            <translation>Den Stil {style} gibt es nicht; einen von {styles} wählen.</translation>
        </message>
        <message>
            <source>A scene of {size} pixels is too small; choose 16 or more.</source>
            <translation>Eine Szene von {size} Pixeln ist zu klein; 16 oder mehr wählen.</translation>
        </message>
        <message>
            <source>clouds must be between 0 and 1, not {clouds}.</source>
            <translation>clouds muss zwischen 0 und 1 liegen, nicht {clouds}.</translation>
        </message>
        <message>
            <source>polarisations must be among {polarisations}, not {given}.</source>
            <translation>polarisations muss aus {polarisations} sein, nicht {given}.</translation>
        </message>
        <message>
            <source>output must be db, amplitude or 8bit, not {output}.</source>
            <translation>output muss db, amplitude oder 8bit sein, nicht {output}.</translation>
        </message>
        <message>
            <source>previous is not a polygon; give the footprint to correct as WKT.</source>
            <translation>previous ist kein Polygon; den zu korrigierenden Grundriss als WKT angeben.</translation>
        </message>
        <message>
            <source>{metres} m east</source>
            <translation>{metres} m östlich</translation>
        </message>
        <message>
            <source>{metres} m north</source>
            <translation>{metres} m nördlich</translation>
        </message>
        <message>
            <source>The labels seem to be {shift} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Die Referenzgrundrisse liegen anscheinend {shift} der Gebäude im Bild; sie zurückschieben, wenn nicht Layover hoher Gebäude im SAR den Versatz erklärt.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Wird gelesen</translation>
        </message>
        <message>
            <source>Comparing labels and image</source>
            <translation>Referenzgrundrisse und Bild werden verglichen</translation>
        </message>
        <message>
            <source>Measuring the speed</source>
            <translation>Die Geschwindigkeit wird gemessen</translation>
        </message>
        <message>
            <source>{metres} m west</source>
            <translation>{metres} m westlich</translation>
        </message>
        <message>
            <source>{metres} m south</source>
            <translation>{metres} m südlich</translation>
        </message>
        <message>
            <source>The labels seem to be {along} and {across} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Die Referenzgrundrisse liegen anscheinend {along} und {across} der Gebäude im Bild; sie zurückschieben, wenn nicht Layover hoher Gebäude im SAR den Versatz erklärt.</translation>
        </message>
        <message>
            <source>{device} ({reason})</source>
            <translation>{device} ({reason})</translation>
        </message>
        <message>
            <source>No labelled area is given, so everything inside the hull of the labels counts as labelled; choose a polygon around what you have digitised if that is not so.</source>
            <translation>Es ist kein Referenzgebiet angegeben, daher gilt alles innerhalb der Hülle der Referenzgrundrisse als vollständig; wenn das nicht stimmt, ein Polygon um das Digitalisierte wählen.</translation>
        </message>
        <message>
            <source>The base model finds too few buildings with the optical layer ({count}); choose an area with {least} at least.</source>
            <translation>Das Basismodell findet mit dem optischen Layer zu wenige Gebäude ({count}); ein Gebiet mit mindestens {least} wählen.</translation>
        </message>
        <message>
            <source>The labelled area is too small to hold out validation blocks, so the result will have no figures; label a larger area if you need them.</source>
            <translation>Das Referenzgebiet ist zu klein, um Validierungsblöcke zurückzuhalten, daher gibt es zum Ergebnis keine Zahlen; ein größeres Gebiet digitalisieren, wenn sie gebraucht werden.</translation>
        </message>
        <message>
            <source>The SAR layer has pixels of {own:.2g} m and the base model was trained at {base:.2g} m; the layer is resampled, and the model has more to learn.</source>
            <translation>Der SAR-Layer hat Pixel von {own:.2g} m, das Basismodell wurde mit {base:.2g} m trainiert; der Layer wird umgerechnet, und das Modell muss mehr lernen.</translation>
        </message>
        <message>
            <source>The base model was trained without {names}; choose a base that was trained with it, or train thoroughly.</source>
            <translation>Das Basismodell wurde ohne {names} trainiert; ein Basismodell wählen, das damit trainiert wurde, oder gründlich trainieren.</translation>
        </message>
        <message>
            <source>The optical layer covers {share:.0%} of the labelled area and is used only there.</source>
            <translation>Der optische Layer deckt {share:.0%} des Referenzgebiets ab und wird nur dort verwendet.</translation>
        </message>
        <message>
            <source>The labelled area has too few buildings ({count}); digitise at least {least}.</source>
            <translation>Im Referenzgebiet liegen zu wenige Gebäude ({count}); mindestens {least} digitalisieren.</translation>
        </message>
        <message>
            <source>The validation blocks have few buildings ({count}), so the figures will be rough; label a larger area for better ones.</source>
            <translation>In den Validierungsblöcken liegen wenige Gebäude ({count}), daher sind die Zahlen ungenau; für bessere ein größeres Gebiet digitalisieren.</translation>
        </message>
        <message>
            <source>A process of the cluster has read different rasters from those on this machine; make the same files visible to all machines: {files}</source>
            <translation>Ein Prozess des Clusters hat andere Raster gelesen als die hier; alle Rechner dieselben Dateien sehen lassen: {files}</translation>
        </message>
        <message>
            <source>Neither layer has polygons; choose layers of polygons: {polygons} and {reference}.</source>
            <translation>Keiner der Layer hat Polygone; Polygonlayer wählen: {polygons} und {reference}.</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Wird verglichen</translation>
        </message>
        <message>
            <source>Neither layer has polygons in the area; choose layers and an area of the same place.</source>
            <translation>Keiner der Layer hat Polygone im Gebiet; Layer und Gebiet vom selben Ort wählen.</translation>
        </message>
        <message>
            <source>At an IoU of {iou:g}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}.</source>
            <translation>Bei einer IoU von {iou:g}: F1 {f1:.3f}, Präzision {precision:.3f}, Trefferquote {recall:.3f}.</translation>
        </message>
        <message>
            <source>{matched} matched, {changed} changed, {new} new, {missing} missing; {merged} merged, {split} split.</source>
            <translation>{matched} zugeordnet, {changed} verändert, {new} neu, {missing} fehlend; {merged} verschmolzen, {split} geteilt.</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Wird geschrieben</translation>
        </message>
        <message>
            <source>Only polygons in the area were compared; left out: {polygons} of the layer, {references} of the reference.</source>
            <translation>Verglichen wurden nur Polygone im Gebiet; weggelassen: {polygons} des Layers, {references} der Referenz.</translation>
        </message>
        <message>
            <source>Everything was compared, including polygons beyond the extent of the other layer ({polygons} of the layer, {references} of the reference); if one of them covers more, choose an area that both cover.</source>
            <translation>Verglichen wurde alles, auch Polygone außerhalb der Ausdehnung des anderen Layers ({polygons} des Layers, {references} der Referenz); wenn einer mehr abdeckt, ein Gebiet wählen, das beide abdecken.</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {iou:.3f}, median shift {shift:.2f} m, median offset {east:.2f} m east and {north:.2f} m north.</source>
            <translation>Von denen in beiden: mittlere IoU {iou:.3f}, Median der Verschiebung {shift:.2f} m, Median des Versatzes {east:.2f} m nach Osten und {north:.2f} m nach Norden.</translation>
        </message>
        <message>
            <source>The scheduler was lost; start it and run the same command again, which computes only what is missing: {folder}</source>
            <translation>Der Scheduler ging verloren; ihn starten und denselben Befehl erneut ausführen, der nur das Fehlende berechnet: {folder}</translation>
        </message>
        <message>
            <source>Several processes of the cluster ended while they computed the same part; look into their logs, as they may need more memory: {name}</source>
            <translation>Mehrere Prozesse des Clusters endeten, während sie denselben Teil berechneten; in ihren Protokollen nachsehen, vielleicht brauchen sie mehr Speicher: {name}</translation>
        </message>
        <message>
            <source>The scheduler has no workers yet; the parts wait for them.</source>
            <translation>Der Scheduler hat noch keine Worker; die Teile warten darauf.</translation>
        </message>
        <message>
            <source>Clusters need the library distributed; install it with pip install distributed, or use --part and join.</source>
            <translation>Für Cluster wird die Bibliothek distributed gebraucht; sie mit pip install distributed installieren oder --part und join verwenden.</translation>
        </message>
        <message>
            <source>A part was computed but cannot be seen here; choose an output in a folder that all machines share: {folder}</source>
            <translation>Ein Teil wurde berechnet, ist hier aber nicht zu sehen; eine Ausgabe in einem Ordner wählen, den alle Rechner teilen: {folder}</translation>
        </message>
        <message>
            <source>The scheduler cannot be reached; start it, or correct its address, such as tcp://host:8786: {scheduler}</source>
            <translation>Der Scheduler ist nicht erreichbar; ihn starten oder seine Adresse berichtigen, etwa tcp://host:8786: {scheduler}</translation>
        </message>
        <message>
            <source>The SAR layer has no data in the area, so there are no footprints.</source>
            <translation>Der SAR-Layer hat im Gebiet keine Daten, daher gibt es keine Grundrisse.</translation>
        </message>
        <message>
            <source>This is a bug: please report it with the log.</source>
            <translation>Das ist ein Programmfehler: bitte mit dem Protokoll melden.</translation>
        </message>
        <message>
            <source>A disk or network drive failed ({reason}); check it and start again.</source>
            <translation>Ein Laufwerk oder Netzlaufwerk ist ausgefallen ({reason}); es prüfen und neu starten.</translation>
        </message>
        <message>
            <source>The current folder does not exist; change to another one and start again.</source>
            <translation>Der aktuelle Ordner ist nicht vorhanden; in einen anderen wechseln und neu starten.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check its folder and its permissions: {path}</source>
            <translation>Die Datei kann nicht gelesen oder geschrieben werden ({reason}); Ordner und Zugriffsrechte prüfen: {path}</translation>
        </message>
        <message>
            <source>The name is too long; choose a shorter one: {path}</source>
            <translation>Der Name ist zu lang; einen kürzeren wählen: {path}</translation>
        </message>
        <message>
            <source>A name is not UTF-8; rename the file or its folder: {name}.</source>
            <translation>Ein Name ist nicht UTF-8; die Datei oder ihren Ordner umbenennen: {name}.</translation>
        </message>
        <message>
            <source>Close other programs, choose a smaller extent or batch, or compute on the CPU.</source>
            <translation>Andere Programme schließen, einen kleineren Ausschnitt oder eine kleinere Batchgröße wählen oder auf der CPU rechnen.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check the disk or network drive, then start again: {path}</source>
            <translation>Die Datei lässt sich nicht lesen oder schreiben ({reason}); das Laufwerk oder Netzlaufwerk prüfen, dann neu starten: {path}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>Too many files are open; close other programs and start again.</source>
            <translation>Zu viele Dateien sind offen; andere Programme schließen und erneut starten.</translation>
        </message>
        <message>
            <source>The device ran out of memory.</source>
            <translation>Dem Gerät ging der Speicher aus.</translation>
        </message>
        <message>
            <source>Comparing with the base model</source>
            <translation>Vergleich mit dem Basismodell</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>Zusammenfügen</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for the threshold {threshold:g}; compute them again with --all-pixels: {path}</source>
            <translation>Die Teile haben nur Pixel mit einer Wahrscheinlichkeit ab {floor:g}, zu wenige für den Schwellwert {threshold:g}; sie mit --all-pixels erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>The parts were computed on different devices, or with different versions of libraries; the footprints may differ a little from those of a single machine.</source>
            <translation>Die Teile wurden auf verschiedenen Geräten oder mit verschiedenen Versionen von Bibliotheken berechnet; die Grundrisse können etwas von denen eines einzigen Rechners abweichen.</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for a probability file; compute them again with --all-pixels: {path}</source>
            <translation>Die Teile haben nur Pixel mit einer Wahrscheinlichkeit ab {floor:g}, zu wenige für eine Wahrscheinlichkeitsdatei; sie mit --all-pixels erneut berechnen: {path}</translation>
        </message>
        <message>
            <source>Writing probabilities</source>
            <translation>Wahrscheinlichkeiten werden geschrieben</translation>
        </message>
        <message>
            <source>No block of {metres:g} m has enough valid pixels; choose smaller blocks: {path}</source>
            <translation>Kein Block von {metres:g} m hat genügend gültige Pixel; kleinere Blöcke wählen: {path}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings are left out ({count}).</source>
            <translation>Polygone, die für Gebäude zu groß sind, werden ausgelassen ({count}).</translation>
        </message>
        <message>
            <source>Polygons that others cover completely are left out ({count}).</source>
            <translation>Polygone, die andere ganz bedecken, werden ausgelassen ({count}).</translation>
        </message>
        <message>
            <source>Polygons with more than {most:,} vertices are left out, as OpenStreetMap takes none ({count}).</source>
            <translation>Polygone mit mehr als {most:,} Stützpunkten werden ausgelassen, da OpenStreetMap keine annimmt ({count}).</translation>
        </message>
        <message>
            <source>There are no polygons to export; review the layer or choose another: {polygons}.</source>
            <translation>Es gibt keine Polygone zu exportieren; den Layer prüfen oder einen anderen wählen: {polygons}.</translation>
        </message>
        <message>
            <source>The polygons have no coordinate system; assign one to the layer: {polygons}.</source>
            <translation>Die Polygone haben kein Koordinatensystem; dem Layer eines zuweisen: {polygons}.</translation>
        </message>
        <message>
            <source>Polygons that no review accepted are left out ({count}).</source>
            <translation>Polygone, die keine Prüfung angenommen hat, werden ausgelassen ({count}).</translation>
        </message>
        <message>
            <source>Outlining</source>
            <translation>Umrisse werden gezogen</translation>
        </message>
        <message>
            <source>number {number}</source>
            <translation>Nummer {number}</translation>
        </message>
        <message>
            <source>The part is not the one before number {number} ({difference}); name the right one: {path}</source>
            <translation>Der Teil ist nicht der vor Nummer {number} ({difference}); den richtigen nennen: {path}</translation>
        </message>
        <message>
            <source>A raster is not a file on a disk, so that parts might not fit together; unpack or copy it: {files}</source>
            <translation>Ein Raster ist keine Datei auf einem Datenträger, daher passen Teile vielleicht nicht zusammen; es entpacken oder kopieren: {files}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings stay as they are ({count}).</source>
            <translation>Polygone, die für Gebäude zu groß sind, bleiben, wie sie sind ({count}).</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of polygons: {polygons}</source>
            <translation>Die Datei hat keine Polygone; einen Polygonlayer wählen: {polygons}</translation>
        </message>
        <message>
            <source>Straightening</source>
            <translation>Wird begradigt</translation>
        </message>
        <message>
            <source>Reading the kept rows</source>
            <translation>Aufbewahrte Zeilen lesen</translation>
        </message>
        <message>
            <source>Simulating the scene</source>
            <translation>Die Szene wird simuliert</translation>
        </message>
        <message>
            <source>Writing the scene</source>
            <translation>Die Szene wird geschrieben</translation>
        </message>
        <message>
            <source>The folder already exists; remove it or choose another folder: {out}</source>
            <translation>Der Ordner existiert bereits; den Ordner entfernen oder einen anderen wählen: {out}</translation>
        </message>
        <message>
            <source>Prepared {name}</source>
            <translation>{name} vorbereitet</translation>
        </message>
        <message>
            <source>The same scene is given for training and for validation; choose another for one of them: {path}</source>
            <translation>Dieselbe Szene ist für Training und Validierung angegeben; für eines von beiden eine andere wählen: {path}</translation>
        </message>
        <message>
            <source>The file has no weights for the encoder of {preset}; give a state dict of that encoder or no file: {imagenet}</source>
            <translation>Die Datei hat keine Gewichte für den Encoder von {preset}; ein State-Dict dieses Encoders oder keine Datei angeben: {imagenet}</translation>
        </message>
        <message>
            <source>Read {name}</source>
            <translation>{name} gelesen</translation>
        </message>
        <message>
            <source>The checkpoint was damaged or changed (wrong sha-256); remove it, and start the training again: {path}.</source>
            <translation>Der Zwischenstand wurde beschädigt oder geändert (falsche sha-256); ihn entfernen und das Training erneut starten: {path}.</translation>
        </message>
        <message>
            <source>The checkpoint cannot be read; remove it, and start the training again: {path}.</source>
            <translation>Der Zwischenstand kann nicht gelesen werden; ihn entfernen und das Training erneut starten: {path}.</translation>
        </message>
        <message>
            <source>The environment variable {variable} is not a number; start with torchrun, or remove the variable.</source>
            <translation>Die Umgebungsvariable {variable} ist keine Zahl; mit torchrun starten oder die Variable entfernen.</translation>
        </message>
        <message>
            <source>A batch of {batch} cannot be divided among {count} processes; choose a batch that is a multiple of them.</source>
            <translation>Ein Batch von {batch} lässt sich nicht auf {count} Prozesse aufteilen; ein Vielfaches davon wählen.</translation>
        </message>
        <message>
            <source>Validation block {number}, step {step}</source>
            <translation>Validierungsblock {number}, Schritt {step}</translation>
        </message>
        <message>
            <source>The checkpoint belongs to a training with other labels; write the model under another name, or remove the checkpoint to start again: {path}.</source>
            <translation>Der Zwischenstand gehört zu einem Training mit anderen Referenzgrundrissen; das Modell unter einem anderen Namen schreiben oder den Zwischenstand entfernen, um neu zu beginnen: {path}.</translation>
        </message>
        <message>
            <source>Step {step} of {steps}</source>
            <translation>Schritt {step} von {steps}</translation>
        </message>
        <message>
            <source>{model} finds no building in the optical layer; choose another area, or draw labels.</source>
            <translation>{model} findet im optischen Layer kein Gebäude; ein anderes Gebiet wählen oder Referenzgrundrisse zeichnen.</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or draw labels: {path}</source>
            <translation>Die Datei hat keine gültigen Pixel, wo SAR welche hat; einen optischen Layer dieses Ortes wählen oder Referenzgrundrisse zeichnen: {path}</translation>
        </message>
        <message>
            <source>{share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>{share:.0%} des Referenzgebiets bleiben weg, wo das Basismodell der Referenz mit hoher Sicherheit widerspricht.</translation>
        </message>
        <message>
            <source>The labels are moved by {metres:.1f} m on average, to the buildings in the optical image. {share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>Die Referenzgrundrisse werden im Mittel um {metres:.1f} m verschoben, zu den Gebäuden im Optikbild. {share:.0%} des Referenzgebiets bleiben weg, wo das Basismodell der Referenz mit hoher Sicherheit widerspricht.</translation>
        </message>
        <message>
            <source>The checkpoint {path} belongs to another training; remove it, or write the model under another name.</source>
            <translation>Der Zwischenstand {path} gehört zu einem anderen Training; ihn entfernen oder das Modell unter einem anderen Namen schreiben.</translation>
        </message>
    </context>
    <context>
        <name>Curves</name>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>total</source>
            <translation>gesamt</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>Segmentierung</translation>
        </message>
        <message>
            <source>features</source>
            <translation>Merkmale</translation>
        </message>
        <message>
            <source>predictions</source>
            <translation>Vorhersagen</translation>
        </message>
        <message>
            <source>Validation IoU</source>
            <translation>IoU der Validierung</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>Allein SAR</translation>
        </message>
        <message>
            <source>with optical</source>
            <translation>mit Optikbild</translation>
        </message>
        <message>
            <source>step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>step {:.0f} of {:.0f}</source>
            <translation>Schritt {:.0f} von {:.0f}</translation>
        </message>
        <message>
            <source>best</source>
            <translation>bester</translation>
        </message>
        <message>
            <source>No steps yet</source>
            <translation>Noch keine Schritte</translation>
        </message>
        <message>
            <source>No validation yet</source>
            <translation>Noch keine Validierung</translation>
        </message>
        <message>
            <source>Parts of the loss: segmentation, alignment of features (MSAL in the paper) and alignment of predictions (MFAL)</source>
            <translation>Teile des Verlusts: Segmentierung, Angleichung der Merkmale (MSAL im Artikel) und Angleichung der Vorhersagen (MFAL)</translation>
        </message>
    </context>
    <context>
        <name>Demo</name>
        <message>
            <source>Optical</source>
            <translation>Optikbild</translation>
        </message>
        <message>
            <source>Reference buildings</source>
            <translation>Referenzgebäude</translation>
        </message>
        <message>
            <source>Demo scene</source>
            <translation>Demoszene</translation>
        </message>
    </context>
    <context>
        <name>DemoBox</name>
        <message>
            <source>The project has no raster layer. Add your own SAR layer, or make a simulated scene with SAR, optical and known buildings to try the plugin.</source>
            <translation>Im Projekt ist kein Rasterlayer. Eigenes SAR hinzufügen, oder zum Ausprobieren eine simulierte Szene aus SAR, Optikbild und bekannten Gebäuden erstellen.</translation>
        </message>
        <message>
            <source>Cance&amp;l</source>
            <translation>Ab&amp;brechen</translation>
        </message>
        <message>
            <source>Make a &amp;demo scene</source>
            <translation>&amp;Demoszene erstellen</translation>
        </message>
    </context>
    <context>
        <name>DemoScene</name>
        <message>
            <source>Demo scene</source>
            <translation>Demoszene</translation>
        </message>
        <message>
            <source>The demo scene is ready, but not on the map, because another project was opened: {}</source>
            <translation>Die Demoszene ist fertig, aber nicht auf der Karte, weil ein anderes Projekt geöffnet wurde: {}</translation>
        </message>
        <message>
            <source>The demo scene is on the map; press Extract. Its files are in: {}</source>
            <translation>Die Demoszene ist auf der Karte; Extrahieren drücken. Ihre Dateien sind in: {}</translation>
        </message>
    </context>
    <context>
        <name>DeviceCombo</name>
        <message>
            <source>Fastest available</source>
            <translation>Schnellstes verfügbares</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>NVIDIA-GPU (CUDA)</translation>
        </message>
        <message>
            <source>Device for the computation; results differ only in the last digits</source>
            <translation>Gerät für die Berechnung; die Ergebnisse unterscheiden sich nur in den letzten Stellen</translation>
        </message>
        <message>
            <source>CPU, 8-bit (faster, less exact)</source>
            <translation>CPU, 8 Bit (schneller, ungenauer)</translation>
        </message>
        <message>
            <source>Device for the computation; results differ only in the last digits; 8-bit inference is faster for large scenes on many processors, and changes up to 1 % of the pixels</source>
            <translation>Gerät für die Berechnung; die Ergebnisse unterscheiden sich nur in den letzten Stellen; 8-Bit-Inferenz ist bei großen Szenen auf vielen Prozessoren schneller und ändert bis zu 1 % der Pixel</translation>
        </message>
    </context>
    <context>
        <name>DeviceLabel</name>
        <message>
            <source>starting…</source>
            <translation>wird gestartet…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Optionen…</translation>
        </message>
    </context>
    <context>
        <name>Durations</name>
        <message>
            <source>less than a minute</source>
            <translation>weniger als eine Minute</translation>
        </message>
        <message>
            <source>about {} min</source>
            <translation>etwa {} min</translation>
        </message>
        <message>
            <source>about {} h {} min</source>
            <translation>etwa {} h {} min</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>noch {}</translation>
        </message>
    </context>
    <context>
        <name>EditButtons</name>
        <message>
            <source>Square (Q)</source>
            <translation>Rechtwinklig (Q)</translation>
        </message>
        <message>
            <source>Right angles where it nearly has them; Ctrl+Z undoes it</source>
            <translation>Rechte Winkel, wo er sie beinahe hat; Strg+Z macht es rückgängig</translation>
        </message>
        <message>
            <source>Join (J)</source>
            <translation>Vereinigen (J)</translation>
        </message>
        <message>
            <source>Merge it with the selected footprints and those that touch it</source>
            <translation>Mit den gewählten Grundrissen und denen, die ihn berühren, verschmelzen</translation>
        </message>
        <message>
            <source>Split (S)</source>
            <translation>Teilen (S)</translation>
        </message>
        <message>
            <source>Draw a line across it; a right click ends the line</source>
            <translation>Eine Linie darüber zeichnen; ein Rechtsklick beendet sie</translation>
        </message>
        <message>
            <source>Reshape (R)</source>
            <translation>Umformen (R)</translation>
        </message>
        <message>
            <source>Draw the part of the outline that is wrong; a right click ends the line</source>
            <translation>Den falschen Teil des Umrisses neu zeichnen; ein Rechtsklick beendet die Linie</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentBox</name>
        <message>
            <source>Python and PyTorch</source>
            <translation>Python und PyTorch</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Deletes the environment and frees its disk space</source>
            <translation>Löscht die Umgebung und gibt ihren Speicherplatz frei</translation>
        </message>
        <message>
            <source>Update the environment?</source>
            <translation>Umgebung aktualisieren?</translation>
        </message>
        <message>
            <source>Remove the environment?</source>
            <translation>Umgebung entfernen?</translation>
        </message>
        <message>
            <source>public indexes, or those in pip’s configuration</source>
            <translation>die öffentlichen oder die in der Konfiguration von pip</translation>
        </message>
        <message>
            <source>The address of your organisation’s package index</source>
            <translation>Die Adresse des Paketindex der eigenen Organisation</translation>
        </message>
        <message>
            <source>for computers without a network</source>
            <translation>für Computer ohne Netzwerk</translation>
        </message>
        <message>
            <source>A folder filled on a similar machine with
python -m pip download -r core/requirements.txt -d FOLDER</source>
            <translation>Ein Ordner, auf einem gleichartigen Rechner gefüllt mit
python -m pip download -r core/requirements.txt -d ORDNER</translation>
        </message>
        <message>
            <source>Preset by the environment variable {}</source>
            <translation>Durch die Umgebungsvariable {} vorgegeben</translation>
        </message>
        <message>
            <source>Where packages come from</source>
            <translation>Woher die Pakete kommen</translation>
        </message>
        <message>
            <source>&amp;Package index</source>
            <translation>&amp;Paketindex</translation>
        </message>
        <message>
            <source>&amp;Folder of wheels</source>
            <translation>Ordner mit &amp;Wheels</translation>
        </message>
        <message>
            <source>A model is being fine-tuned in this environment; stop it or wait until it has finished, then try again.</source>
            <translation>In dieser Umgebung wird gerade ein Modell nachtrainiert; es beenden oder das Ende abwarten, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>{} Jobs that use it will be cancelled.</source>
            <translation>{} Aufträge, die sie verwenden, werden abgebrochen.</translation>
        </message>
        <message>
            <source>CMH-CL</source>
            <translation>CMH-CL</translation>
        </message>
    </context>
    <context>
        <name>ExtractByClick</name>
        <message>
            <source>There are no footprints by click; click some buildings first.</source>
            <translation>Es gibt keine Grundrisse per Klick; zuerst einige Gebäude anklicken.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>Footprints from “{}”</source>
            <translation>Grundrisse aus „{}“</translation>
        </message>
        <message>
            <source>Click each corner · right-click: extract all buildings in it · Ctrl+Z: remove a corner · Esc: discard</source>
            <translation>Jede Ecke anklicken · Rechtsklick: alle Gebäude darin extrahieren · Strg+Z: Ecke entfernen · Esc: verwerfen</translation>
        </message>
        <message>
            <source>Nothing found · click another place, or Shift+click more of the building</source>
            <translation>Nichts gefunden · eine andere Stelle anklicken oder mit Umschalt+Klick mehr vom Gebäude zeigen</translation>
        </message>
        <message>
            <source>Shift+click: add a part · right-click: remove a part · Enter or next building: accept · Ctrl+Z: take back a click · Esc: discard</source>
            <translation>Umschalt+Klick: Teil hinzufügen · Rechtsklick: Teil entfernen · Eingabe oder nächstes Gebäude: übernehmen · Strg+Z: Klick zurücknehmen · Esc: verwerfen</translation>
        </message>
        <message>
            <source>Click a building · drag a rectangle around several</source>
            <translation>Gebäude anklicken · Rechteck um mehrere aufziehen</translation>
        </message>
    </context>
    <context>
        <name>ExtractForm</name>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere</source>
            <translation>Wird genutzt, wo es gültige Pixel hat; sonst allein SAR</translation>
        </message>
        <message>
            <source>Whole SAR layer</source>
            <translation>Ganzer SAR-Layer</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Aktueller Kartenausschnitt</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Gewählte Polygone</translation>
        </message>
        <message>
            <source>The area to extract footprints from</source>
            <translation>Das Gebiet, aus dem Grundrisse extrahiert werden</translation>
        </message>
        <message>
            <source>The model’s own threshold</source>
            <translation>Der Schwellenwert des Modells selbst</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel: lower values find more buildings, higher values fewer. The triangle marks the model’s own. If a result is the active layer, its footprints are outlined again; the threshold of the next extraction stays the same.</source>
            <translation>Kleinste Wahrscheinlichkeit eines Gebäudepixels: Niedrigere Werte finden mehr Gebäude, höhere weniger. Das Dreieck zeigt den Wert des Modells selbst. Ist ein Ergebnis der aktive Layer, werden seine Grundrisse neu umrissen; der Schwellenwert der nächsten Extraktion bleibt.</translation>
        </message>
        <message>
            <source>GeoPackage to write; empty: a temporary file</source>
            <translation>GeoPackage, in das geschrieben wird; leer: eine temporäre Datei</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted</source>
            <translation>Kleinere Grundrisse werden weggelassen</translation>
        </message>
        <message>
            <source>Care&amp;ful (8 times slower)</source>
            <translation>Sorg&amp;fältig (8-mal langsamer)</translation>
        </message>
        <message>
            <source>Averages over rotated and mirrored views of the scene</source>
            <translation>Betrachtet die Szene auch gedreht und gespiegelt und mittelt</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <source>&amp;SAR</source>
            <translation>&amp;SAR</translation>
        </message>
        <message>
            <source>&amp;Optical</source>
            <translation>&amp;Optikbild</translation>
        </message>
        <message>
            <source>E&amp;xtent</source>
            <translation>Aus&amp;dehnung</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <source>Sa&amp;ve to</source>
            <translation>Speichern &amp;in</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Rechnet auf</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>&amp;Polarisationen</translation>
        </message>
        <message>
            <source>SAR va&amp;lues</source>
            <translation>SAR-Wer&amp;te</translation>
        </message>
        <message>
            <source>Smallest &amp;area</source>
            <translation>&amp;Kleinste Fläche</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
        <message>
            <source>&amp;Threshold of the result</source>
            <translation>Sch&amp;wellenwert des Ergebnisses</translation>
        </message>
        <message>
            <source>&amp;Threshold</source>
            <translation>Sch&amp;wellenwert</translation>
        </message>
        <message>
            <source>The same area again</source>
            <translation>Dasselbe Gebiet</translation>
        </message>
    </context>
    <context>
        <name>ExtractPage</name>
        <message>
            <source>&amp;Extract</source>
            <translation>&amp;Extrahieren</translation>
        </message>
        <message>
            <source>&amp;Review…</source>
            <translation>Durchse&amp;hen…</translation>
        </message>
        <message>
            <source>Go through the footprints of a layer, the least certain first</source>
            <translation>Die Grundrisse eines Layers durchgehen, die unsichersten zuerst</translation>
        </message>
        <message>
            <source>The settings are filled in; change some and click Extract.</source>
            <translation>Die Einstellungen sind eingetragen; einige ändern und auf „Extrahieren“ klicken.</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; choose another model.</source>
            <translation>Das Modell „{}“ existiert nicht mehr; ein anderes Modell wählen.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen…</translation>
        </message>
        <message>
            <source>Overwrite the earlier result, and replace the layer {}?</source>
            <translation>Das frühere Ergebnis überschreiben und den Layer {} ersetzen?</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>Das frühere Ergebnis überschreiben?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>Überschreiben?</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Abbr&amp;echen</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Protokoll öffnen</translation>
        </message>
    </context>
    <context>
        <name>Extraction</name>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>The footprints are ready, but not on the map, because another project was opened: {}</source>
            <translation>Die Grundrisse sind fertig, aber nicht auf der Karte, weil ein anderes Projekt geöffnet wurde: {}</translation>
        </message>
        <message>
            <source>Add to this project</source>
            <translation>Zu diesem Projekt hinzufügen</translation>
        </message>
        <message>
            <source>{:,} footprint in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} Grundriss in {:.1f} s, im Layer „{}“.</translation>
        </message>
        <message>
            <source>{:,} footprints in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} Grundrisse in {:.1f} s, im Layer „{}“.</translation>
        </message>
        <message>
            <source>Zoom to</source>
            <translation>Heranzoomen</translation>
        </message>
    </context>
    <context>
        <name>Failures</name>
        <message>
            <source>the server reports an error</source>
            <translation>der Server meldet einen Fehler</translation>
        </message>
        <message>
            <source>no connection</source>
            <translation>keine Verbindung</translation>
        </message>
        <message>
            <source>the server sent no picture</source>
            <translation>der Server hat kein Bild geschickt</translation>
        </message>
    </context>
    <context>
        <name>FinetuneForm</name>
        <message>
            <source>With an optical layer, the optical branch is trained too and teaches the one that stands in for it where there is only SAR (hallucination branch in the paper)</source>
            <translation>Mit einem Optikbild wird auch der optische Zweig trainiert und lehrt denjenigen, der ihn vertritt, wo es nur SAR gibt (im Artikel „hallucination branch“)</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>Aus einem Polygonlayer</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>Aus dem Optikbild</translation>
        </message>
        <message>
            <source>From the optical image: no outlines are needed; what the base model confidently predicts with the optical layer becomes the labels for SAR alone</source>
            <translation>Aus dem Optikbild: Es werden keine Umrisse gebraucht; was das Basismodell mit dem Optiklayer sicher vorhersagt, wird zur Referenz für SAR allein</translation>
        </message>
        <message>
            <source>Choose a polygon layer…</source>
            <translation>Polygonlayer wählen…</translation>
        </message>
        <message>
            <source>Outlines of buildings; unsaved edits and layer filters are taken into account</source>
            <translation>Umrisse von Gebäuden; ungespeicherte Änderungen und Layerfilter werden berücksichtigt</translation>
        </message>
        <message>
            <source>No corrections</source>
            <translation>Keine Korrekturen</translation>
        </message>
        <message>
            <source>Outlines of buildings that you have drawn or clicked; they replace the predictions of the base model there, and a few where it errs are enough</source>
            <translation>Umrisse von Gebäuden, die gezeichnet oder angeklickt wurden; sie ersetzen dort die Vorhersagen des Basismodells, und einige, wo es irrt, genügen</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Vollständig</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Fehlen teils oder sind alt</translation>
        </message>
        <message>
            <source>Partly missing or old: the outlines are moved to the buildings in the optical image, and places where the base model confidently contradicts them are left out</source>
            <translation>Fehlen teils oder sind alt: Die Umrisse werden zu den Gebäuden im Optikbild verschoben, und Stellen, an denen das Basismodell ihnen sicher widerspricht, werden ausgelassen</translation>
        </message>
        <message>
            <source>The new model is also judged by these predictions, not by the truth; check it on the map before you rely on it.</source>
            <translation>Auch beurteilt wird das neue Modell nach diesen Vorhersagen, nicht nach der Wirklichkeit; vor dem Gebrauch auf der Karte prüfen.</translation>
        </message>
        <message>
            <source>The area in which every building has an outline; the rest of it is learned as “no building”, and nothing outside it is used. Without a layer it is the hull of the outlines, or the whole scene for labels from the optical image</source>
            <translation>Das Gebiet, in dem jedes Gebäude einen Umriss hat; der Rest davon wird als „kein Gebäude“ gelernt, und nichts außerhalb wird verwendet. Ohne Layer ist es die Hülle der Umrisse oder, bei Referenzen aus dem Optikbild, die ganze Szene</translation>
        </message>
        <message>
            <source>Name of the new model in the list of models</source>
            <translation>Des neuen Modells, in der Liste der Modelle</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <source>Thorough (about four times as long)</source>
            <translation>Gründlich (etwa 4-mal so lang)</translation>
        </message>
        <message>
            <source>Number of training steps</source>
            <translation>Anzahl der Trainingsschritte</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Nur die letzten Schichten</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Letzte Schichten, Decoder</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>Das ganze Netz</translation>
        </message>
        <message>
            <source>With few labels, it is safer to train fewer parts. The last layers are the fusion heads and the shared block of the paper</source>
            <translation>Mit wenigen Referenzgrundrissen ist es sicherer, weniger Teile zu trainieren. Die letzten Schichten sind die Fusionsköpfe und der gemeinsame Block des Artikels</translation>
        </message>
        <message>
            <source>&amp;SAR</source>
            <translation>&amp;SAR</translation>
        </message>
        <message>
            <source>&amp;Optical</source>
            <translation>&amp;Optikbild</translation>
        </message>
        <message>
            <source>&amp;Labels</source>
            <translation>&amp;Referenzgrundrisse</translation>
        </message>
        <message>
            <source>Labelled &amp;area</source>
            <translation>Referenzge&amp;biet</translation>
        </message>
        <message>
            <source>&amp;Base model</source>
            <translation>Basismo&amp;dell</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>&amp;Effort</source>
            <translation>Auf&amp;wand</translation>
        </message>
        <message>
            <source>&amp;Train</source>
            <translation>Trainiert werde&amp;n</translation>
        </message>
        <message>
            <source>Hull of the labels</source>
            <translation>Hülle der Referenz</translation>
        </message>
        <message>
            <source>Whole scene</source>
            <translation>Ganze Szene</translation>
        </message>
        <message>
            <source>All three branches are trained; the optical branch teaches the one that stands in for it where there is only SAR.</source>
            <translation>Alle drei Zweige werden trainiert; der optische Zweig lehrt denjenigen, der ihn vertritt, wo es nur SAR gibt.</translation>
        </message>
        <message>
            <source>Without an optical layer, only the branches for SAR alone are trained.</source>
            <translation>Ohne Optikbild werden nur die Zweige für SAR allein trainiert.</translation>
        </message>
    </context>
    <context>
        <name>FinetunePage</name>
        <message>
            <source>Cancel the fine-tuning?</source>
            <translation>Nachtraining abbrechen?</translation>
        </message>
        <message>
            <source>All training so far will be lost. To keep it, use “Stop and keep best” instead.</source>
            <translation>Alles bisher Trainierte geht verloren. Um es zu behalten, stattdessen „Beenden, Bestes behalten“ verwenden.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen…</translation>
        </message>
        <message>
            <source>Delete the new model?</source>
            <translation>Neues Modell löschen?</translation>
        </message>
        <message>
            <source>The new model and its report will be deleted. The base model does not change.</source>
            <translation>Das neue Modell und sein Bericht werden gelöscht. Das Basismodell bleibt unverändert.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
    </context>
    <context>
        <name>FinetuneSettings</name>
        <message>
            <source>Another model has this name; choose another: {}</source>
            <translation>Ein anderes Modell hat diesen Namen; einen anderen wählen: {}</translation>
        </message>
        <message>
            <source>Choose the polygon layer with the outlines of your buildings.</source>
            <translation>Den Polygonlayer mit den Umrissen der Gebäude wählen.</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Einen SAR-Layer wählen.</translation>
        </message>
        <message>
            <source>There is no optical layer to take labels from; choose one, or a polygon layer as labels.</source>
            <translation>Es gibt keinen Optiklayer, aus dem Referenzen kommen könnten; einen wählen, oder einen Polygonlayer als Referenz.</translation>
        </message>
        <message>
            <source>The labels and the labelled area are the same layer; for the area, choose polygons in which every building has an outline, or the hull of the labels.</source>
            <translation>Referenzgrundrisse und Referenzgebiet sind derselbe Layer; als Gebiet Polygone wählen, in denen jedes Gebäude einen Umriss hat, oder die Hülle der Referenzgrundrisse.</translation>
        </message>
        <message>
            <source>The base model cannot be read; choose another.</source>
            <translation>Das Basismodell kann nicht gelesen werden; ein anderes wählen.</translation>
        </message>
    </context>
    <context>
        <name>Finetuning</name>
        <message>
            <source>Fine-tuning “{}”</source>
            <translation>Nachtraining von „{}“</translation>
        </message>
    </context>
    <context>
        <name>HelpButton</name>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Open the guide in the browser</source>
            <translation>Die Seite des Handbuchs dazu, im Browser</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Earlier runs and saved settings, to fill in the fields</source>
            <translation>Frühere Läufe und gespeicherte Einstellungen, mit denen sich die Felder ausfüllen lassen</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Noch keine Läufe</translation>
        </message>
        <message>
            <source>Save settings…</source>
            <translation>Einstellungen speichern…</translation>
        </message>
        <message>
            <source>Open settings…</source>
            <translation>Einstellungen öffnen…</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>Diese Liste leeren</translation>
        </message>
        <message>
            <source>The settings were saved: {}</source>
            <translation>Die Einstellungen wurden gespeichert: {}</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>Einstellungen öffnen</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>Einstellungen speichern</translation>
        </message>
        <message>
            <source>Settings (*{})</source>
            <translation>Einstellungen (*{})</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprint</source>
            <translation>{} · {} · {} · {:,} Grundriss</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprints</source>
            <translation>{} · {} · {} · {:,} Grundrisse</translation>
        </message>
        <message>
            <source>The file has no settings of an extraction, or those of a newer version; choose a file that was written by Save settings: {}</source>
            <translation>Die Datei enthält keine Einstellungen einer Extraktion oder solche einer neueren Version; eine Datei wählen, die mit „Einstellungen speichern“ geschrieben wurde: {}</translation>
        </message>
    </context>
    <context>
        <name>InstallBox</name>
        <message>
            <source>&amp;Options…</source>
            <translation>&amp;Optionen…</translation>
        </message>
        <message>
            <source>Where packages come from, or another Python</source>
            <translation>Woher die Pakete kommen, oder ein anderes Python</translation>
        </message>
    </context>
    <context>
        <name>InstallFailure</name>
        <message>
            <source>This Linux is too old for PyTorch, which needs glibc 2.28; use Debian 10, Ubuntu 20.04, RHEL 8 or newer, or QGIS from Flathub.</source>
            <translation>Dieses Linux ist zu alt für PyTorch, das glibc 2.28 braucht; Debian 10, Ubuntu 20.04, RHEL 8 oder neuer verwenden, oder QGIS von Flathub.</translation>
        </message>
        <message>
            <source>There is no PyTorch for Macs with an Intel processor; use a Mac with an Apple processor, or another computer.</source>
            <translation>Für Macs mit Intel-Prozessor gibt es kein PyTorch; einen Mac mit Apple-Prozessor oder einen anderen Computer verwenden.</translation>
        </message>
        <message>
            <source>A rule of your organisation (AppLocker, App Control) forbids programs in the folder of the environment; ask your administrator to allow that folder, or for another one to install into.</source>
            <translation>Eine Regel Ihrer Organisation (AppLocker, App Control) verbietet Programme im Ordner der Umgebung; die Administration bitten, den Ordner zu erlauben oder einen anderen zum Installieren zu nennen.</translation>
        </message>
        <message>
            <source>The program {0} cannot be started, often because a rule of your organisation or a virus scanner forbids programs in its folder; ask your administrator to allow that folder.</source>
            <translation>Das Programm {0} kann nicht gestartet werden, oft weil eine Regel Ihrer Organisation oder ein Virenscanner Programme in seinem Ordner verbietet; die Administration bitten, den Ordner zu erlauben.</translation>
        </message>
        <message>
            <source>A package is not the one that this version of the plugin was released with, and was not installed, often because a proxy alters files; use another network or a folder of wheels, or enter the index in the options if you trust it.</source>
            <translation>Ein Paket ist nicht das, mit dem diese Version des Plugins veröffentlicht wurde, und wurde nicht installiert, oft weil ein Proxy Dateien verändert; ein anderes Netz oder einen Ordner mit Wheels verwenden, oder den Index in den Optionen eintragen, wenn Sie ihm vertrauen.</translation>
        </message>
        <message>
            <source>The disk is full; free up space on the disk of the QGIS profile, then try again.</source>
            <translation>Die Festplatte ist voll; auf der Festplatte des QGIS-Profils Speicherplatz freigeben, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>Memory ran out; close other programs, or let Windows manage the size of the paging file, then try again.</source>
            <translation>Der Arbeitsspeicher reichte nicht aus; andere Programme schließen oder Windows die Größe der Auslagerungsdatei verwalten lassen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>OneDrive holds back files of the environment; exclude the folder of the QGIS profile from OneDrive, or ask your administrator for another folder to install into.</source>
            <translation>OneDrive hält Dateien der Umgebung zurück; den Ordner des QGIS-Profils von OneDrive ausnehmen, oder die Administration nach einem anderen Ordner zum Installieren fragen.</translation>
        </message>
        <message>
            <source>Another program, often a virus scanner, has a file of the environment open; wait a minute and try again, or exclude the QGIS profile from scanning.</source>
            <translation>Ein anderes Programm, oft ein Virenscanner, hält eine Datei der Umgebung offen; eine Minute warten und erneut versuchen oder das QGIS-Profil vom Scannen ausnehmen.</translation>
        </message>
        <message>
            <source>A path became too long; switch on long paths in Windows, or use a QGIS profile in a folder with a shorter name.</source>
            <translation>Ein Pfad wurde zu lang; lange Pfade in Windows einschalten, oder ein QGIS-Profil in einem Ordner mit kürzerem Namen verwenden.</translation>
        </message>
        <message>
            <source>The environment’s folder cannot be written; check the permissions of the folder of the QGIS profile.</source>
            <translation>In den Ordner der Umgebung kann nicht geschrieben werden; die Berechtigungen des Ordners des QGIS-Profils prüfen.</translation>
        </message>
        <message>
            <source>Windows cannot load a library of the environment; install Microsoft’s Visual C++ runtime from https://aka.ms/vc14/vc_redist.x64.exe, then try again.</source>
            <translation>Windows kann eine Bibliothek der Umgebung nicht laden; Microsofts Visual-C++-Laufzeit von https://aka.ms/vc14/vc_redist.x64.exe installieren, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>The GPU is too old for the installed build of PyTorch; choose CPU as the device, or remove the environment and install it again.</source>
            <translation>Die GPU ist zu alt für die installierte Variante von PyTorch; CPU als Gerät wählen, oder die Umgebung entfernen und neu installieren.</translation>
        </message>
        <message>
            <source>The processor lacks instructions that the libraries use; use a computer with a newer processor.</source>
            <translation>Dem Prozessor fehlen Befehle, die die Bibliotheken verwenden; einen Computer mit neuerem Prozessor verwenden.</translation>
        </message>
        <message>
            <source>The installation was killed, perhaps because memory ran out; close other programs and try again.</source>
            <translation>Die Installation wurde von außen beendet, vielleicht aus Mangel an Arbeitsspeicher; andere Programme schließen und erneut versuchen.</translation>
        </message>
        <message>
            <source>Python crashed ({0}), often because of a virus scanner or a damaged file; exclude the QGIS profile from scanning, remove the environment, and install it again.</source>
            <translation>Python ist abgestürzt ({0}), oft wegen eines Virenscanners oder einer beschädigten Datei; das QGIS-Profil vom Scannen ausnehmen, die Umgebung entfernen und neu installieren.</translation>
        </message>
        <message>
            <source>A step took too long and was stopped, often because a virus scanner reads every file; try again, or exclude the QGIS profile from scanning.</source>
            <translation>Ein Schritt dauerte zu lange und wurde beendet, oft weil ein Virenscanner jede Datei liest; erneut versuchen, oder das QGIS-Profil vom Scannen ausnehmen.</translation>
        </message>
        <message>
            <source>The Python that was found cannot connect securely (no SSL); install Python from python.org, or the program uv, then try again.</source>
            <translation>Das gefundene Python kann keine sichere Verbindung aufbauen (kein SSL); Python von python.org oder das Programm uv installieren, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>The Python that was found lacks the module ensurepip; install the package python3-venv, or the program uv, then try again.</source>
            <translation>Dem gefundenen Python fehlt das Modul ensurepip; das Paket python3-venv oder das Programm uv installieren, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>The proxy requires a user name and a password; enter them in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>Der Proxy verlangt Benutzername und Passwort; sie unter Einstellungen &gt; Optionen &gt; Netzwerk eintragen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>pip cannot use a SOCKS proxy; install the program uv, which can, or install from a folder of wheels.</source>
            <translation>pip kann keinen SOCKS-Proxy verwenden; das Programm uv installieren, das es kann, oder aus einem Ordner mit Wheels installieren.</translation>
        </message>
        <message>
            <source>The proxy refuses to connect ({0}); ask its administrator to allow the package index, or install from a folder of wheels.</source>
            <translation>Der Proxy verweigert die Verbindung ({0}); seinen Administrator um Zugang zum Paketindex bitten oder aus einem Ordner mit Wheels installieren.</translation>
        </message>
        <message>
            <source>The proxy cannot be reached; check it in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>Der Proxy ist nicht erreichbar; ihn unter Einstellungen &gt; Optionen &gt; Netzwerk prüfen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>The package index has a certificate that is not trusted, often that of a proxy; add your organisation’s certificate in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
            <translation>Der Paketindex hat ein Zertifikat, dem nicht vertraut wird, oft das eines Proxys; das Zertifikat der eigenen Organisation unter Einstellungen &gt; Optionen &gt; Authentifizierung &gt; Zertifikate verwalten hinzufügen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>The package index refuses access ({0}); check its address and its password.</source>
            <translation>Der Paketindex verweigert den Zugriff ({0}); Adresse und Passwort prüfen.</translation>
        </message>
        <message>
            <source>The network failed or the package index cannot be reached; check the connection, then try again: what has been downloaded is kept.</source>
            <translation>Das Netzwerk ist ausgefallen oder der Paketindex nicht erreichbar; die Verbindung prüfen, dann erneut versuchen: Was heruntergeladen ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>The Python that was found is not compatible with PyTorch; install Python 3.12 from python.org, or the program uv, then try again.</source>
            <translation>Das gefundene Python ist nicht mit PyTorch kompatibel; Python 3.12 von python.org oder das Programm uv installieren, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>There is no package {0} for this system and this Python; use Python 3.12, another package index or a more complete folder of wheels.</source>
            <translation>Es gibt kein Paket {0} für dieses System und dieses Python; Python 3.12, einen anderen Paketindex oder einen vollständigeren Ordner mit Wheels verwenden.</translation>
        </message>
        <message>
            <source>no output</source>
            <translation>ohne Angabe von Gründen</translation>
        </message>
        <message>
            <source>The installation failed ({}); see the log.</source>
            <translation>Die Installation ist fehlgeschlagen ({}); siehe Protokoll.</translation>
        </message>
        <message>
            <source>This QGIS is made for Intel processors, for which there is no PyTorch; install the QGIS for Apple processors.</source>
            <translation>Dieses QGIS ist für Intel-Prozessoren gemacht, für die es kein PyTorch gibt; das QGIS für Apple-Prozessoren installieren.</translation>
        </message>
    </context>
    <context>
        <name>InstallTask</name>
        <message>
            <source>Install Python for CMH-CL</source>
            <translation>Python für CMH-CL installieren</translation>
        </message>
    </context>
    <context>
        <name>InstallView</name>
        <message>
            <source>Cance&amp;l</source>
            <translation>Abbre&amp;chen</translation>
        </message>
        <message>
            <source>&amp;Install</source>
            <translation>&amp;Installieren</translation>
        </message>
        <message>
            <source>Co&amp;ntinue</source>
            <translation>F&amp;ortsetzen</translation>
        </message>
        <message>
            <source>&amp;Update</source>
            <translation>Akt&amp;ualisieren</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Protokoll öffnen</translation>
        </message>
        <message>
            <source>The installation is not complete.</source>
            <translation>Die Installation ist nicht zu Ende geführt.</translation>
        </message>
        <message>
            <source>The installed libraries do not match this version of the plugin; update them.</source>
            <translation>Die installierten Bibliotheken passen nicht zu dieser Version der Erweiterung; sie aktualisieren.</translation>
        </message>
        <message>
            <source>Installed on {} in {}: {}.</source>
            <translation>Installiert am {} in {}: {}.</translation>
        </message>
        <message>
            <source>Footprints are computed outside QGIS, in a separate Python environment. Install creates it in {}: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>Grundrisse werden außerhalb von QGIS berechnet, in einer eigenen Python-Umgebung. „Installieren“ legt sie in {} an: etwa {:.1f} GB herunterzuladen und {:.1f} GB auf der Festplatte.</translation>
        </message>
        <message>
            <source>With an NVIDIA GPU it is {:.1f} and {:.1f} GB.</source>
            <translation>Mit einer NVIDIA-GPU sind es {:.1f} und {:.1f} GB.</translation>
        </message>
    </context>
    <context>
        <name>Installation</name>
        <message>
            <source>QGIS runs as a {}: the Python inside it is used, not the computer’s.</source>
            <translation>QGIS läuft als {}: Das Python darin wird verwendet, nicht das des Computers.</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Wird getestet</translation>
        </message>
        <message>
            <source>Looking for Python</source>
            <translation>Python wird gesucht</translation>
        </message>
        <message>
            <source>Creating the environment</source>
            <translation>Die Umgebung wird angelegt</translation>
        </message>
        <message>
            <source>Updating pip</source>
            <translation>pip wird vorbereitet</translation>
        </message>
        <message>
            <source>Installing PyTorch</source>
            <translation>PyTorch wird installiert</translation>
        </message>
        <message>
            <source>PyTorch’s own index cannot be reached; the build {} of the general index is installed instead: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>Der Index von PyTorch ist nicht erreichbar; stattdessen wird die Variante {} des allgemeinen Index installiert: etwa {:.1f} GB herunterzuladen und {:.1f} GB auf der Festplatte.</translation>
        </message>
        <message>
            <source>Installing the other libraries</source>
            <translation>Die übrigen Bibliotheken werden installiert</translation>
        </message>
        <message>
            <source>Installing OpenVINO</source>
            <translation>OpenVINO wird installiert</translation>
        </message>
        <message>
            <source>OpenVINO could not be installed, so extractions take longer on the CPU: {}</source>
            <translation>OpenVINO konnte nicht installiert werden, daher dauern Extraktionen auf der CPU länger: {}</translation>
        </message>
        <message>
            <source>{}: some packages are not in the plugin’s lock file, so their hashes are not compared.</source>
            <translation>{}: Einige Pakete stehen nicht in der Lock-Datei des Plugins, daher werden ihre Prüfsummen nicht verglichen.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose a folder of wheels to install from, or ask your administrator.</source>
            <translation>Die Einstellungen dieses Computers erlauben kein Netz; einen Ordner mit Wheels zum Installieren wählen, oder die Administration fragen.</translation>
        </message>
        <message>
            <source>The installation needs {:,} MB on the disk of {}, which has {:,} MB free; free up space there, then try again.</source>
            <translation>Die Installation braucht {:,} MB auf der Festplatte von {}, auf der {:,} MB frei sind; dort Speicherplatz freigeben, dann erneut versuchen.</translation>
        </message>
    </context>
    <context>
        <name>Installer</name>
        <message>
            <source>Another QGIS window is installing; wait until it has finished.</source>
            <translation>Ein anderes QGIS-Fenster ist gerade dabei; dessen Ende abwarten.</translation>
        </message>
        <message>
            <source>Cancelled; what has been downloaded is kept.</source>
            <translation>Abgebrochen; was heruntergeladen ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>{:,} of about {:,} MB</source>
            <translation>{:,} von etwa {:,} MB</translation>
        </message>
        <message>
            <source>{} min {:02} s</source>
            <translation>{} min {:02} s</translation>
        </message>
    </context>
    <context>
        <name>Interpreters</name>
        <message>
            <source>There is no Python {}.{} to {}.{} with the modules venv and ensurepip; {}, then try again.</source>
            <translation>Es gibt kein Python {}.{} bis {}.{} mit den Modulen venv und ensurepip; {}, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>install the program uv into ~/.local/bin</source>
            <translation>das Programm uv in ~/.local/bin installieren</translation>
        </message>
        <message>
            <source>install the package python3-venv</source>
            <translation>das Paket python3-venv installieren</translation>
        </message>
        <message>
            <source>install Python from python.org, or the program uv</source>
            <translation>Python von python.org oder das Programm uv installieren</translation>
        </message>
    </context>
    <context>
        <name>JobProgress</name>
        <message>
            <source>Starting…</source>
            <translation>Wird gestartet…</translation>
        </message>
    </context>
    <context>
        <name>LabelCheck</name>
        <message>
            <source>Reading the layers</source>
            <translation>Layer werden gelesen</translation>
        </message>
    </context>
    <context>
        <name>LabelNext</name>
        <message>
            <source>{:,} blocks where the model is least certain are on the map. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.</source>
            <translation>{:,} Blöcke, in denen das Modell am unsichersten ist, sind auf der Karte. In einigen davon jedes Gebäude digitalisieren, die anderen löschen und mit ihnen als Referenzgebiet nachtrainieren.</translation>
        </message>
    </context>
    <context>
        <name>LabelsAction</name>
        <message>
            <source>Use as labels for fine-tuning…</source>
            <translation>Zum Nachtrainieren verwenden…</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>No polygon is selected; select one in a polygon layer.</source>
            <translation>Kein Polygon ist gewählt; in einem Polygonlayer eines wählen.</translation>
        </message>
        <message>
            <source>Polygons are selected in {}; make one of these layers active.</source>
            <translation>In {} sind Polygone gewählt; einen dieser Layer zum aktiven machen.</translation>
        </message>
        <message>
            <source>“{}” is being edited; save its edits or discard them, then filter it.</source>
            <translation>„{}“ wird bearbeitet; Änderungen speichern oder verwerfen, dann filtern.</translation>
        </message>
        <message>
            <source>“{}” cannot be filtered; save it as a GeoPackage first.</source>
            <translation>„{}“ kann nicht gefiltert werden; den Layer zuerst als GeoPackage speichern.</translation>
        </message>
        <message>
            <source>“{}” has a filter that is not a plain condition; change or remove it, then filter by confidence.</source>
            <translation>„{}“ hat einen Filter, der keine einfache Bedingung ist; ihn ändern oder entfernen, dann nach Konfidenz filtern.</translation>
        </message>
        <message>
            <source>The footprints cannot be opened; run the extraction again: {}</source>
            <translation>Die Grundrisse können nicht geöffnet werden; noch einmal extrahieren: {}</translation>
        </message>
        <message>
            <source>The layer “{}” was edited meanwhile and was not changed; move the slider again.</source>
            <translation>Der Layer „{}“ wurde inzwischen bearbeitet und nicht geändert; bewegen Sie den Schieberegler noch einmal.</translation>
        </message>
        <message>
            <source>The footprints of “{}” cannot be replaced ({}); {}</source>
            <translation>Die Grundrisse von „{}“ lassen sich nicht ersetzen ({}); {}</translation>
        </message>
        <message>
            <source>the file is read-only</source>
            <translation>die Datei ist schreibgeschützt</translation>
        </message>
        <message>
            <source>run the extraction again into another file.</source>
            <translation>erneut in eine andere Datei extrahieren.</translation>
        </message>
        <message>
            <source>Footprint</source>
            <translation>Grundriss</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Konfidenz</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Fläche (m²)</translation>
        </message>
        <message>
            <source>Share of optical</source>
            <translation>Anteil optisch</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Right angles</source>
            <translation>Rechte Winkel</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Überprüfung</translation>
        </message>
        <message>
            <source>dB</source>
            <translation>dB</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>Amplitude</translation>
        </message>
        <message>
            <source>power</source>
            <translation>Leistung</translation>
        </message>
        <message>
            <source>“{}” is an online layer, not a file; choose it as Optical on the page Extract, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>„{}“ ist ein Onlinelayer, keine Datei; ihn auf der Seite Extrahieren als Optikbild wählen, oder ihn als GeoTIFF speichern (Rechtsklick, Exportieren &gt; Speichern als…) und dieses wählen.</translation>
        </message>
        <message>
            <source>The file of the layer “{}” no longer exists; choose another layer: {}</source>
            <translation>Die Datei des Layers „{}“ existiert nicht mehr; einen anderen Layer wählen: {}</translation>
        </message>
        <message>
            <source>The layer “{}” is not a raster file on this computer; save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>Der Layer „{}“ ist keine Rasterdatei auf diesem Rechner; ihn als GeoTIFF speichern (Kontextmenü, Exportieren &gt; Speichern als…) und dieses wählen.</translation>
        </message>
        <message>
            <source>The layer “{}” is on a server; allow rasters on servers in Settings &gt; Options &gt; CMH-CL, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>Der Layer „{}“ liegt auf einem Server; in Einstellungen &gt; Optionen &gt; CMH-CL Raster auf Servern zulassen oder ihn als GeoTIFF speichern (Rechtsklick, Export &gt; Speichern als…) und dieses wählen.</translation>
        </message>
        <message>
            <source>“{}” is an online layer, a picture without SAR values; choose a SAR raster file.</source>
            <translation>„{}“ ist ein Onlinelayer, ein Bild ohne SAR-Werte; eine SAR-Rasterdatei wählen.</translation>
        </message>
        <message>
            <source>The SAR layers have different coordinate systems; set the same one for all of them (Layer &gt; Set CRS of Layer(s)…): {}</source>
            <translation>Die SAR-Layer haben verschiedene Koordinatenbezugssysteme; für alle dasselbe setzen (Layer &gt; KBS von Layer(n) setzen…): {}</translation>
        </message>
        <message>
            <source>The layer “{}” has no coordinate system; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>Der Layer „{}“ hat kein Koordinatensystem; es setzen (Layer &gt; KBS von Layer(n) setzen…).</translation>
        </message>
        <message>
            <source>The blocks cannot be opened; try again: {}</source>
            <translation>Die Blöcke können nicht geöffnet werden; noch einmal versuchen: {}</translation>
        </message>
        <message>
            <source>Label next: {}</source>
            <translation>Als Nächstes digitalisieren: {}</translation>
        </message>
        <message>
            <source>“{}”</source>
            <translation>„{}“</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon; draw the area or choose another.</source>
            <translation>Der Layer „{}“ hat kein Polygon; das Gebiet zeichnen oder einen anderen wählen.</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon where the SAR layer “{}” is; choose another layer, or check the coordinate systems of both.</source>
            <translation>Der Layer „{}“ hat kein Polygon, wo der SAR-Layer „{}“ liegt; einen anderen Layer wählen oder die Koordinatensysteme beider prüfen.</translation>
        </message>
        <message>
            <source>The polygons of “{}” cannot be written ({}); free up disk space: {}</source>
            <translation>Die Polygone von „{}“ können nicht geschrieben werden ({}); Speicherplatz freigeben: {}</translation>
        </message>
        <message>
            <source>the file is incomplete</source>
            <translation>die Datei ist unvollständig</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Wahrscheinlichkeiten: {}</translation>
        </message>
        <message>
            <source>The probabilities cannot be opened; run the extraction again: {}</source>
            <translation>Die Wahrscheinlichkeiten lassen sich nicht öffnen; die Extraktion erneut ausführen: {}</translation>
        </message>
        <message>
            <source>Probability of building</source>
            <translation>Gebäudewahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Uncertainty</source>
            <translation>Unsicherheit</translation>
        </message>
        <message>
            <source>The layer “{}” is being edited; save its edits or discard them first.</source>
            <translation>Der Layer „{}“ wird gerade bearbeitet; die Änderungen zuerst speichern oder verwerfen.</translation>
        </message>
        <message>
            <source>The layer “{}” is read-only; allow edits in Project &gt; Properties… &gt; Data Sources.</source>
            <translation>Der Layer „{}“ ist schreibgeschützt; Änderungen in Projekt &gt; Eigenschaften… &gt; Datenquellen zulassen.</translation>
        </message>
        <message>
            <source>The layer “{}” is a view or a query and cannot be edited; choose the layer that it reads, or save it as a layer of its own (Export &gt; Save Features As…).</source>
            <translation>Der Layer „{}“ ist eine Sicht oder eine Abfrage und kann nicht bearbeitet werden; den Layer wählen, den er liest, oder ihn als eigenen Layer speichern (Exportieren &gt; Objekte speichern als…).</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be read; check that its file is still there: {}</source>
            <translation>Der Layer „{}“ kann nicht gelesen werden; prüfen, ob seine Datei noch da ist: {}</translation>
        </message>
        <message>
            <source>Only {:,} of {:,} features of the layer “{}” could be read; check the connection to its server, or save it as a GeoPackage (Export &gt; Save Features As…).</source>
            <translation>Nur {:,} von {:,} Objekten des Layers „{}“ konnten gelesen werden; die Verbindung zu seinem Server prüfen, oder ihn als GeoPackage speichern (Exportieren &gt; Objekte speichern als…).</translation>
        </message>
        <message>
            <source>Footprints {} · {} · {}</source>
            <translation>Grundrisse {} · {} · {}</translation>
        </message>
        <message>
            <source>The comparison cannot be opened; compare again: {}</source>
            <translation>Der Vergleich kann nicht geöffnet werden; noch einmal vergleichen: {}</translation>
        </message>
        <message>
            <source>The validation blocks cannot be opened; start the fine-tuning again: {}</source>
            <translation>Die Validierungsblöcke können nicht geöffnet werden; das Nachtrainieren noch einmal starten: {}</translation>
        </message>
    </context>
    <context>
        <name>MessageArea</name>
        <message>
            <source>Close this message</source>
            <translation>Diese Meldung schließen</translation>
        </message>
    </context>
    <context>
        <name>ModelChoice</name>
        <message>
            <source>Other folder…</source>
            <translation>Anderer Ordner…</translation>
        </message>
        <message>
            <source>Choose a model folder</source>
            <translation>Modellordner wählen</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; the default model is chosen instead.</source>
            <translation>Das Modell „{}“ existiert nicht mehr; stattdessen ist das Standardmodell gewählt.</translation>
        </message>
    </context>
    <context>
        <name>ModelExport</name>
        <message>
            <source>The folder exists; choose another name: {}</source>
            <translation>Der Ordner existiert; einen anderen Namen wählen: {}</translation>
        </message>
        <message>
            <source>Export of {}</source>
            <translation>Export von {}</translation>
        </message>
    </context>
    <context>
        <name>ModelList</name>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>IoU (SAR)</source>
            <translation>IoU (SAR)</translation>
        </message>
        <message>
            <source>IoU (+ optical)</source>
            <translation>IoU (+ Optik)</translation>
        </message>
        <message>
            <source>Measured on</source>
            <translation>Gemessen an</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Trainiert</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Basismodell</translation>
        </message>
        <message>
            <source>Overlap with the labelled buildings, 0 to 1, in areas that were not used for training</source>
            <translation>Übereinstimmung mit den Referenzgrundrissen, 0 bis 1, in Gebieten, die nicht zum Training verwendet wurden</translation>
        </message>
        <message>
            <source>From SAR alone: {}</source>
            <translation>Allein aus SAR: {}</translation>
        </message>
        <message>
            <source>With an optical layer: {}</source>
            <translation>Mit Optiklayer: {}</translation>
        </message>
        <message>
            <source>broken</source>
            <translation>defekt</translation>
        </message>
    </context>
    <context>
        <name>Models</name>
        <message>
            <source>Base model</source>
            <translation>Basis­modell</translation>
        </message>
        <message>
            <source>Base model, its threshold chosen here</source>
            <translation>Basis­modell, Schwellen­wert hier gewählt</translation>
        </message>
        <message>
            <source>This model</source>
            <translation>Dieses Modell</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarisationen</translation>
        </message>
        <message>
            <source>SAR values</source>
            <translation>SAR-Werte</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Optikbild</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Referenzgrundrisse</translation>
        </message>
        <message>
            <source>Correction of the labels</source>
            <translation>Korrektur der Referenzgrundrisse</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Gebäude</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Blöcke</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Szenen</translation>
        </message>
        <message>
            <source>Validated on</source>
            <translation>Validiert an</translation>
        </message>
        <message>
            <source>Training steps</source>
            <translation>Trainingsschritte</translation>
        </message>
        <message>
            <source>Training time</source>
            <translation>Trainingsdauer</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Pixel size</source>
            <translation>Pixelgröße</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Schwellen­wert</translation>
        </message>
        <message>
            <source>Computed on</source>
            <translation>Berechnet auf</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>{} for training, {} for validation</source>
            <translation>{} zum Training, {} zur Validierung</translation>
        </message>
        <message>
            <source>from the optical image</source>
            <translation>aus dem Optikbild</translation>
        </message>
        <message>
            <source>from the optical image, {} buildings corrected</source>
            <translation>aus dem Optikbild, {} Gebäude korrigiert</translation>
        </message>
        <message>
            <source>{}, partly missing or old</source>
            <translation>{}, fehlen teils oder sind alt</translation>
        </message>
        <message>
            <source>moved by {:.1f} m on average, {:.0%} of the area left out</source>
            <translation>im Mittel um {:.1f} m verschoben, {:.0%} des Gebiets ausgelassen</translation>
        </message>
        <message>
            <source>Record of the training (English)</source>
            <translation>Aufzeichnung des Trainings (englisch)</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Object F1</source>
            <translation>F1 der Gebäude</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU der Ränder</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Kalibrie­rungs­fehler</translation>
        </message>
        <message>
            <source>Calibration error before</source>
            <translation>Kalibrierungsfehler davor</translation>
        </message>
        <message>
            <source>Scale of the logits</source>
            <translation>Faktor der Logits</translation>
        </message>
        <message>
            <source>Offset of the logits</source>
            <translation>Versatz der Logits</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>Allein SAR</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Mit Optikbild</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>Simulated scenes</source>
            <translation>Simulierte Szenen</translation>
        </message>
        <message>
            <source>Real scenes, never trained on</source>
            <translation>Echte Szenen, nie für Training benutzt</translation>
        </message>
        <message>
            <source>N</source>
            <translation>N</translation>
        </message>
        <message>
            <source>S</source>
            <translation>S</translation>
        </message>
        <message>
            <source>E</source>
            <translation>O</translation>
        </message>
        <message>
            <source>W</source>
            <translation>W</translation>
        </message>
        <message>
            <source>Zip file, for this plugin (*.zip)</source>
            <translation>Zip-Datei, für diese Erweiterung (*.zip)</translation>
        </message>
        <message>
            <source>Folder with ONNX and STAC, for other programs (*)</source>
            <translation>Ordner mit ONNX und STAC, für andere Programme (*)</translation>
        </message>
        <message>
            <source>Folder with STAC alone, for catalogues (*)</source>
            <translation>Ordner mit STAC allein, für Kataloge (*)</translation>
        </message>
        <message>
            <source>Export model</source>
            <translation>Modell exportieren</translation>
        </message>
        <message>
            <source>1 block</source>
            <translation>1 Block</translation>
        </message>
        <message>
            <source>{} blocks</source>
            <translation>{} Blöcke</translation>
        </message>
        <message>
            <source>1 scene</source>
            <translation>1 Szene</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} Szenen</translation>
        </message>
        <message>
            <source>Trained on: {}</source>
            <translation>Trainiert auf: {}</translation>
        </message>
        <message>
            <source>“{}” is a copy of its base model, because the trained weights were not better on the validation blocks by more than chance. Keep the base model.</source>
            <translation>„{}“ ist eine Kopie seines Basismodells, weil die trainierten Gewichte auf den Validierungsblöcken nicht mehr als zufällig besser waren. Das Basismodell behalten.</translation>
        </message>
        <message>
            <source>better</source>
            <translation>besser</translation>
        </message>
        <message>
            <source>no better</source>
            <translation>nicht besser</translation>
        </message>
        <message>
            <source>worse</source>
            <translation>schlechter</translation>
        </message>
        <message>
            <source>Compared with its base model on the validation blocks, which it was not trained on, “{}” is {} from SAR alone and {} with optical. Use it where it is better.</source>
            <translation>Verglichen mit dem Basismodell ist „{}“ auf den Validierungsblöcken, mit denen es nicht trainiert wurde, {} mit SAR allein und {} mit optischem Bild. Es dort verwenden, wo es besser ist.</translation>
        </message>
        <message>
            <source>On the validation blocks, “{}” is no better than its base model with a threshold of {:.2f}, which is the best one there. Keep the base model, and set that threshold.</source>
            <translation>Auf den Validierungsblöcken ist „{}“ nicht besser als das Basismodell mit dem Schwellenwert {:.2f}, der dort der beste ist. Das Basismodell behalten und diesen Schwellenwert einstellen.</translation>
        </message>
        <message>
            <source>The best threshold there is {:.2f}.</source>
            <translation>Der beste Schwellenwert dort ist {:.2f}.</translation>
        </message>
        <message>
            <source>IoU: intersection over union of the pixels of buildings, 0 to 1; higher is better</source>
            <translation>IoU: Schnittmenge durch Vereinigung der Gebäudepixel, 0 bis 1; höher ist besser</translation>
        </message>
        <message>
            <source>F1: harmonic mean of precision and recall of these pixels, 0 to 1</source>
            <translation>F1: harmonisches Mittel aus Präzision und Trefferquote dieser Pixel, 0 bis 1</translation>
        </message>
        <message>
            <source>Object F1: the same of whole buildings that match a label</source>
            <translation>F1 der Objekte: dasselbe für ganze Gebäude, die zu einem Referenzgrundriss passen</translation>
        </message>
        <message>
            <source>Calibration error: mean difference between a probability and the share of buildings where it is predicted; lower is better</source>
            <translation>Kalibrierungsfehler: mittlerer Unterschied zwischen einer Wahrscheinlichkeit und dem Anteil der Gebäude, wo sie vorhergesagt wird; niedriger ist besser</translation>
        </message>
        <message>
            <source>“{}” is better than its base model on the validation blocks, which it was not trained on.</source>
            <translation>„{}“ ist auf den Validierungsblöcken, mit denen es nicht trainiert wurde, besser als das Basismodell.</translation>
        </message>
        <message>
            <source>“{}” is no better than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>„{}“ ist auf den Validierungsblöcken, mit denen es nicht trainiert wurde, nicht besser als das Basismodell. Das Basismodell behalten.</translation>
        </message>
        <message>
            <source>“{}” is worse than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>„{}“ ist auf den Validierungsblöcken, mit denen es nicht trainiert wurde, schlechter als das Basismodell. Das Basismodell behalten.</translation>
        </message>
        <message>
            <source>“{}” could not be validated: the labelled area is too small for validation blocks. Judge it on the map before you rely on it.</source>
            <translation>„{}“ konnte nicht validiert werden: Das Referenzgebiet ist zu klein für Validierungsblöcke. Vor der Verwendung auf der Karte beurteilen.</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>Create your own models on the page Fine-tune, or drop the zip file of a model here.</source>
            <translation>Eigene Modelle auf der Seite Nachtrainieren erstellen oder die Zip-Datei eines Modells hier ablegen.</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;Verwenden</translation>
        </message>
        <message>
            <source>Extract with this model</source>
            <translation>Mit diesem Modell extrahieren</translation>
        </message>
        <message>
            <source>Re&amp;port</source>
            <translation>&amp;Bericht</translation>
        </message>
        <message>
            <source>Open the report of its training in the browser</source>
            <translation>Den Bericht seines Trainings im Browser öffnen</translation>
        </message>
        <message>
            <source>Show on &amp;map</source>
            <translation>Auf &amp;Karte zeigen</translation>
        </message>
        <message>
            <source>The area that it was trained on</source>
            <translation>Das Gebiet, auf dem es trainiert wurde</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Umbe&amp;nennen…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Löschen…</translation>
        </message>
        <message>
            <source>Save the model as a zip file, or as ONNX files and STAC items</source>
            <translation>Das Modell als Zip-Datei oder als ONNX-Dateien und STAC-Items speichern</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <source>Add a model from a zip file, or drop the file here</source>
            <translation>Ein Modell aus einer Zip-Datei hinzufügen oder die Datei hier ablegen</translation>
        </message>
        <message>
            <source>The training area of “{}” cannot be transformed to the map’s coordinate system; choose another one for the map.</source>
            <translation>Das Trainingsgebiet von „{}“ lässt sich nicht in das Koordinatensystem der Karte umrechnen; für die Karte ein anderes wählen.</translation>
        </message>
        <message>
            <source>Rename model</source>
            <translation>Modell umbenennen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Delete “{}” from disk? This cannot be undone.</source>
            <translation>„{}“ von der Festplatte löschen? Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Delete model</source>
            <translation>Modell löschen</translation>
        </message>
        <message>
            <source>Can&amp;cel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>E&amp;xportieren…</translation>
        </message>
        <message>
            <source>The model was saved: {}</source>
            <translation>Das Modell wurde gespeichert: {}</translation>
        </message>
        <message>
            <source>Import model</source>
            <translation>Modell importieren</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Zip-Dateien (*.zip)</translation>
        </message>
        <message>
            <source>Imported “{}”.</source>
            <translation>„{}“ importiert.</translation>
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Show &amp;probabilities</source>
            <translation>&amp;Wahrscheinlichkeiten anzeigen</translation>
        </message>
        <message>
            <source>Export for &amp;OpenStreetMap…</source>
            <translation>Für &amp;OpenStreetMap exportieren…</translation>
        </message>
        <message>
            <source>Processing is not enabled; enable it in QGIS’s plugins and try again.</source>
            <translation>Die Verarbeitung ist nicht aktiviert; sie in den Erweiterungen von QGIS aktivieren und erneut versuchen.</translation>
        </message>
    </context>
    <context>
        <name>Online</name>
        <message>
            <source>Fetch the picture of “{}” for this place: {:,} × {:,} pixels, roughly {:,.0f} MB?

Check the provider’s terms first: many forbid fetching large areas, or deriving maps from their pictures. You are asked once for this layer.</source>
            <translation>Das Bild von „{}“ für diesen Ort abrufen: {:,} × {:,} Pixel, ungefähr {:,.0f} MB?

Zuerst die Bedingungen des Anbieters prüfen: Viele verbieten, große Gebiete abzurufen oder aus ihren Bildern Karten abzuleiten. Für diesen Layer wird nur einmal gefragt.</translation>
        </message>
        <message>
            <source>Fetch the online layer?</source>
            <translation>Onlinelayer abrufen?</translation>
        </message>
        <message>
            <source>The SAR layer “{}” has no coordinate system, so an online layer cannot be fetched for it; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>Der SAR-Layer „{}“ hat kein Koordinatensystem, deshalb kann dafür kein Onlinelayer abgerufen werden; es setzen (Layer &gt; KBS von Layer(n) setzen…).</translation>
        </message>
        <message>
            <source>The area is outside the SAR layer “{}”; choose another area.</source>
            <translation>Das Gebiet liegt außerhalb des SAR-Layers „{}“; ein anderes Gebiet wählen.</translation>
        </message>
        <message>
            <source>The area cannot be transformed to the SAR layer’s coordinate system; choose another.</source>
            <translation>Das Gebiet kann nicht in das Koordinatensystem des SAR-Layers transformiert werden; ein anderes wählen.</translation>
        </message>
        <message>
            <source>The picture of the online layer would have {:,} million pixels, more than {:,}; choose a smaller extent.</source>
            <translation>Das Bild des Onlinelayers hätte {:,} Millionen Pixel, mehr als {:,}; eine kleinere Ausdehnung wählen.</translation>
        </message>
        <message>
            <source>The picture of the online layer cannot be written; free up disk space: {}</source>
            <translation>Das Bild des Onlinelayers kann nicht geschrieben werden; Speicherplatz schaffen: {}</translation>
        </message>
        <message>
            <source>The picture of “{}” has not been fetched for this place yet; start the run once.</source>
            <translation>Das Bild von „{}“ ist für diesen Ort noch nicht abgerufen; den Lauf einmal starten.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose an optical layer that is a file.</source>
            <translation>Die Einstellungen dieses Computers erlauben kein Netzwerk; einen optischen Layer wählen, der eine Datei ist.</translation>
        </message>
        <message>
            <source>The online layer is no longer in the project; add it again: {}</source>
            <translation>Der Onlinelayer ist nicht mehr im Projekt; ihn wieder hinzufügen: {}</translation>
        </message>
    </context>
    <context>
        <name>OpticalCombo</name>
        <message>
            <source>None</source>
            <translation>Keines</translation>
        </message>
    </context>
    <context>
        <name>OptionsFactory</name>
        <message>
            <source>CMH-CL</source>
            <translation>CMH-CL</translation>
        </message>
    </context>
    <context>
        <name>OptionsPage</name>
        <message>
            <source>Another interpreter with the same libraries; empty: detected</source>
            <translation>Ein anderer Interpreter mit denselben Bibliotheken; leer: wird selbst gefunden</translation>
        </message>
        <message>
            <source>Chec&amp;k</source>
            <translation>Prü&amp;fen</translation>
        </message>
        <message>
            <source>Libraries, device and speed</source>
            <translation>Bibliotheken, Gerät und Geschwindigkeit</translation>
        </message>
        <message>
            <source>Cop&amp;y report</source>
            <translation>Bericht &amp;kopieren</translation>
        </message>
        <message>
            <source>For a bug report; it contains no personal paths</source>
            <translation>Für eine Fehlermeldung; enthält keine persönlichen Pfade</translation>
        </message>
        <message>
            <source>&amp;Allow rasters on servers, and files that refer to others</source>
            <translation>Raster auf &amp;Servern erlauben, und Dateien, die auf andere verweisen</translation>
        </message>
        <message>
            <source>Rasters on a server, virtual rasters whose sources are in other folders, web maps saved as files, and the like; only for those that you trust</source>
            <translation>Raster auf einem Server, virtuelle Raster mit Quellen in anderen Ordnern, als Datei gespeicherte Webkarten und Ähnliches; nur für solche, denen Sie vertrauen</translation>
        </message>
        <message>
            <source>Python in use</source>
            <translation>Verwendetes Python</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>{} wird geprüft…</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keines</translation>
        </message>
    </context>
    <context>
        <name>OutputFile</name>
        <message>
            <source>Temporary file</source>
            <translation>Temporäre Datei</translation>
        </message>
    </context>
    <context>
        <name>OutputPaths</name>
        <message>
            <source>QGIS cannot open {} files here; choose one of {}: {}</source>
            <translation>QGIS kann hier keine {}-Dateien öffnen; eine der Endungen {} wählen: {}</translation>
        </message>
        <message>
            <source>The folder does not exist; choose another: {}</source>
            <translation>Der Ordner existiert nicht; einen anderen wählen: {}</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); choose another: {}</source>
            <translation>Der Ordner kann nicht beschrieben werden ({}); einen anderen wählen: {}</translation>
        </message>
        <message>
            <source>QGIS cannot open a GeoPackage with “{}” in its path; choose another name or folder, or another format: {}</source>
            <translation>QGIS kann kein GeoPackage mit „{}“ im Pfad öffnen; einen anderen Namen oder Ordner oder ein anderes Format wählen: {}</translation>
        </message>
        <message>
            <source>The file is open in this project; choose another file or remove its layer: {}</source>
            <translation>Die Datei ist in diesem Projekt geöffnet; eine andere wählen oder ihren Layer entfernen: {}</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Extract</source>
            <translation>Extrahieren</translation>
        </message>
        <message>
            <source>Fine-tune</source>
            <translation>Nachtrainieren</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>CMH-CL Footprints</source>
            <translation>CMH-CL Gebäudegrundrisse</translation>
        </message>
    </context>
    <context>
        <name>PictureFetch</name>
        <message>
            <source>Another optical layer was chosen meanwhile; start again.</source>
            <translation>Inzwischen wurde ein anderer optischer Layer gewählt; noch einmal starten.</translation>
        </message>
        <message>
            <source>The picture was not fetched: another project was opened.</source>
            <translation>Das Bild wurde nicht abgerufen: Ein anderes Projekt wurde geöffnet.</translation>
        </message>
    </context>
    <context>
        <name>Plugin</name>
        <message>
            <source>Extract building footprints…</source>
            <translation>Gebäudegrundrisse extrahieren…</translation>
        </message>
        <message>
            <source>Review footprints…</source>
            <translation>Grundrisse durchsehen…</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Handbuch</translation>
        </message>
        <message>
            <source>An earlier version of CMH-CL Footprints is still installed in the folder “{}”; uninstall it in Plugins &gt; Manage and Install Plugins…, then restart QGIS.</source>
            <translation>Im Ordner „{}“ ist noch eine ältere Version von CMH-CL Footprints installiert; unter Erweiterungen &gt; Erweiterungen verwalten und installieren… deinstallieren, dann QGIS neu starten.</translation>
        </message>
        <message>
            <source>Exit QGIS?</source>
            <translation>QGIS beenden?</translation>
        </message>
        <message>
            <source>A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at the next start.</source>
            <translation>Ein Modell wird gerade nachtrainiert. QGIS beenden? Das Nachtraining kann beim nächsten Start fortgesetzt werden.</translation>
        </message>
    </context>
    <context>
        <name>PreparingView</name>
        <message>
            <source>Sta&amp;rt</source>
            <translation>St&amp;arten</translation>
        </message>
    </context>
    <context>
        <name>Processing</name>
        <message>
            <source>Footprints</source>
            <translation>Grundrisse</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Umgebung</translation>
        </message>
        <message>
            <source>The output is also an input; choose another file: {}</source>
            <translation>Die Ausgabe ist zugleich eine Eingabe; eine andere Datei wählen: {}</translation>
        </message>
        <message>
            <source>An earlier row of this batch has written the output; choose another for each row: {}</source>
            <translation>Eine frühere Zeile dieser Stapelverarbeitung hat die Ausgabe geschrieben; für jede Zeile eine andere wählen: {}</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarisationen</translation>
        </message>
        <message>
            <source>Polarisations are names among {}, not “{}”.</source>
            <translation>Polarisationen sind Namen aus {}, nicht „{}“.</translation>
        </message>
        <message>
            <source>Check environment</source>
            <translation>Umgebung prüfen</translation>
        </message>
        <message>
            <source>Tests the Python that the plugin uses. Reports the device and why it was chosen, the speed and the libraries, or what is missing. The report contains no personal paths.</source>
            <translation>Prüft das Python, das die Erweiterung verwendet. Nennt das Gerät und den Grund seiner Wahl, die Geschwindigkeit und die Bibliotheken, oder was fehlt. Der Bericht enthält keine persönlichen Pfade.</translation>
        </message>
        <message>
            <source>Engine and device</source>
            <translation>Software und Gerät</translation>
        </message>
        <message>
            <source>Why this device</source>
            <translation>Warum dieses Gerät</translation>
        </message>
        <message>
            <source>Seconds for a tile of 512 px</source>
            <translation>Sekunden für eine Kachel von 512 px</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Compare footprints</source>
            <translation>Grundrisse vergleichen</translation>
        </message>
        <message>
            <source>The differences between two layers of building polygons, such as footprints and a reference, or a newer and an older map: which buildings are matched, changed, new or missing, with precision, recall, F1 and mean IoU.

Polygons match one to one, best IoU first. Where no area and no probabilities are given, everything is compared, so a layer that covers more than the other has new or missing buildings there.</source>
            <translation>Die Unterschiede zwischen zwei Layern von Gebäudepolygonen, etwa Grundrissen und einer Referenz oder einer neueren und einer älteren Karte: welche Gebäude zugeordnet, verändert, neu oder fehlend sind, mit Präzision, Trefferquote, F1 und mittlerer IoU.

Polygone werden eins zu eins zugeordnet, die beste IoU zuerst. Ohne Gebiet und ohne Wahrscheinlichkeiten wird alles verglichen; deckt ein Layer mehr ab als der andere, gelten die Gebäude dort als neu oder fehlend.</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map.</source>
            <translation>Der zu prüfende Layer oder die neuere Karte.</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referenz</translation>
        </message>
        <message>
            <source>The known buildings, or the older map.</source>
            <translation>Die bekannten Gebäude oder die ältere Karte.</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <source>Polygons that both layers cover; empty: everything is compared.</source>
            <translation>Polygone, die beide Layer abdecken; leer: alles wird verglichen.</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>Wahrscheinlichkeiten</translation>
        </message>
        <message>
            <source>The probabilities that the extraction of the layer wrote: they give the confidence, also of missing buildings, and limit the comparison to what was extracted.</source>
            <translation>Die Wahrscheinlichkeiten, die bei der Extraktion des Layers geschrieben wurden: sie geben die Konfidenz, auch fehlender Gebäude, und begrenzen den Vergleich auf das, was extrahiert wurde.</translation>
        </message>
        <message>
            <source>Same from an IoU of</source>
            <translation>Dasselbe ab einer IoU von</translation>
        </message>
        <message>
            <source>Intersection over union from which two polygons are the same building.</source>
            <translation>Schnittfläche durch Vereinigungsfläche, ab der zwei Polygone dasselbe Gebäude sind.</translation>
        </message>
        <message>
            <source>Changed below an IoU of</source>
            <translation>Verändert unter einer IoU von</translation>
        </message>
        <message>
            <source>Intersection over union below which the same building has changed.</source>
            <translation>Schnittfläche durch Vereinigungsfläche, unter der dasselbe Gebäude verändert ist.</translation>
        </message>
        <message>
            <source>Changed if moved by more than (m)</source>
            <translation>Verändert bei Verschiebung über (m)</translation>
        </message>
        <message>
            <source>Distance of the centroids beyond which the same building has changed.</source>
            <translation>Abstand der Schwerpunkte, ab dem dasselbe Gebäude verändert ist.</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension.</source>
            <translation>Zu schreibendes GeoPackage, FlatGeobuf oder GeoJSON, je nach Endung.</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others or none.</source>
            <translation>Die Wahrscheinlichkeiten {} können nicht geöffnet werden; andere oder keine wählen.</translation>
        </message>
        <message>
            <source>Choose a polygon layer and a reference.</source>
            <translation>Einen Polygonlayer und eine Referenz wählen.</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Präzision</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Trefferquote</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Mean IoU</source>
            <translation>Mittlere IoU</translation>
        </message>
        <message>
            <source>Median shift (m)</source>
            <translation>Mediane Verschiebung (m)</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>Zugeordnet</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Verändert</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Fehlend</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Verschmolzen</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Geteilt</translation>
        </message>
        <message>
            <source>Evaluate against reference</source>
            <translation>Mit Referenz vergleichen</translation>
        </message>
        <message>
            <source>Compares the predictions of a model, or finished footprints of any source, with known buildings: IoU, F1, precision and recall of pixels, IoU of boundaries, F1 of whole buildings (matched at an IoU of at least 0.5), and the calibration error of the probabilities (0: a probability of 80 % is right 8 times in 10). Of finished footprints, IoU, F1, precision and recall are those of areas instead of pixels; there are no figures of boundaries and probabilities.

Pixels without a label are background: limit the area to where all buildings are labelled.</source>
            <translation>Vergleicht die Vorhersagen eines Modells, oder fertige Grundrisse beliebiger Herkunft, mit bekannten Gebäuden: IoU, F1, Präzision und Trefferquote der Pixel, IoU der Ränder, F1 ganzer Gebäude (zugeordnet ab einer IoU von 0,5) und der Kalibrierungsfehler der Wahrscheinlichkeiten (0: eine Wahrscheinlichkeit von 80 % stimmt in 8 von 10 Fällen). Bei fertigen Grundrissen gelten IoU, F1, Präzision und Trefferquote für Flächen statt Pixel; Werte für Ränder und Wahrscheinlichkeiten gibt es nicht.

Pixel ohne Referenzgrundriss sind Hintergrund: das Gebiet auf den Teil begrenzen, in dem alle Gebäude erfasst sind.</translation>
        </message>
        <message>
            <source>Finished footprints</source>
            <translation>Fertige Grundrisse</translation>
        </message>
        <message>
            <source>A layer to evaluate instead of a model; SAR is then not needed.</source>
            <translation>Ein Layer, der statt eines Modells bewertet wird; SAR wird dann nicht gebraucht.</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Referenzgrundrisse</translation>
        </message>
        <message>
            <source>Polygons of the true buildings.</source>
            <translation>Polygone der wahren Gebäude.</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the whole scene.</source>
            <translation>Wo alle Gebäude erfasst sind; leer: die ganze Szene.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Ordner des Modells</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Kennzahlen</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>JSON-Dateien (*.json)</translation>
        </message>
        <message>
            <source>JSON file to write the figures into.</source>
            <translation>JSON-Datei, in die die Kennzahlen geschrieben werden.</translation>
        </message>
        <message>
            <source>Choose either SAR, to evaluate a model, or finished footprints.</source>
            <translation>Entweder SAR wählen, um ein Modell zu bewerten, oder fertige Grundrisse.</translation>
        </message>
        <message>
            <source>There are no labels; choose a layer of building polygons.</source>
            <translation>Es gibt keine Referenzgrundrisse; einen Layer mit Gebäudepolygonen wählen.</translation>
        </message>
        <message>
            <source>The figures cannot be written ({}); choose another file: {}</source>
            <translation>Die Werte können nicht geschrieben werden ({}); eine andere Datei wählen: {}</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU der Ränder</translation>
        </message>
        <message>
            <source>Object F1</source>
            <translation>F1 der Gebäude</translation>
        </message>
        <message>
            <source>Precision of buildings</source>
            <translation>Präzision der Gebäude</translation>
        </message>
        <message>
            <source>Recall of buildings</source>
            <translation>Trefferquote der Gebäude</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Kalibrierungsfehler</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Schwellenwert</translation>
        </message>
        <message>
            <source>Extract building footprints</source>
            <translation>Gebäudegrundrisse extrahieren</translation>
        </message>
        <message>
            <source>Building footprints from SAR, and from an optical raster where it has valid pixels, as polygons with confidence, area and share of optical.

The rasters may be of any pixel size and coordinate system; scale and polarisations of SAR are detected. The default model was trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Gebäudegrundrisse aus SAR, und aus einem Optikraster, wo ein gültiges vorliegt, als Polygone mit Konfidenz, Fläche und optischem Anteil.

Pixelgröße und Koordinatensystem der Raster sind beliebig; Skala und Polarisationen des SAR-Rasters werden ermittelt. Das Standardmodell wurde an simulierten Szenen trainiert: es am eigenen Gebiet nachtrainieren, bevor man sich darauf verlässt.</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Ausdehnung</translation>
        </message>
        <message>
            <source>The part of the scene to process; empty: the whole scene.</source>
            <translation>Der Teil der Szene, der bearbeitet wird; leer: die ganze Szene.</translation>
        </message>
        <message>
            <source>Polygons to process, instead of an extent.</source>
            <translation>Polygone, in denen extrahiert wird, statt einer Ausdehnung.</translation>
        </message>
        <message>
            <source>Smallest area (m²)</source>
            <translation>Kleinste Fläche (m²)</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted.</source>
            <translation>Kleinere Grundrisse werden weggelassen.</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>Scheduler</translation>
        </message>
        <message>
            <source>Address of a Dask cluster that computes the scene in parts, or local:N for N processes of this computer; empty: one process.</source>
            <translation>Adresse eines Dask-Clusters, der die Szene in Teilen berechnet, oder local:N für N Prozesse dieses Rechners; leer: ein Prozess.</translation>
        </message>
        <message>
            <source>GeoTIFF to write the probabilities to: with it, the slider on the page Extract changes the threshold of the result.</source>
            <translation>GeoTIFF, in dem die Wahrscheinlichkeiten aufbewahrt werden: Damit zieht der Regler auf der Seite Extrahieren die Umrisse des Ergebnisses bei einem anderen Schwellenwert neu.</translation>
        </message>
        <message>
            <source>Number of footprints</source>
            <translation>Anzahl der Grundrisse</translation>
        </message>
        <message>
            <source>Choose an extent or area polygons, not both.</source>
            <translation>Eine Ausdehnung oder Gebietspolygone wählen, nicht beides.</translation>
        </message>
        <message>
            <source>Fine-tune a model</source>
            <translation>Modell nachtrainieren</translation>
        </message>
        <message>
            <source>Trains a model further on a labelled part of your own scene. Some blocks of the area are held out from the training and used to compare the new model with its base model; the report shows both.

Inside the area, pixels without a label are background. With an optical raster all three branches are trained, without one only those for SAR alone.

With an optical raster no labels are needed: those from optical are what the base model predicts with it where it is sure. The new model is then judged by these predictions too, not by the truth.</source>
            <translation>Trainiert ein vorhandenes Modell an einem Teil der eigenen Szene weiter, dessen Gebäude bekannt sind. Blöcke des Gebiets werden zurückgehalten, nie zum Training benutzt und dienen dem Vergleich des neuen Modells mit seinem Basismodell; der Bericht zeigt beide.

Was im Gebiet unter keinem Referenzgrundriss liegt, gilt als kein Gebäude. Mit einem Optikraster lernen alle drei Zweige; ohne eines der Weg für SAR allein.

Mit einem Optikraster werden keine Referenzgrundrisse gebraucht: Die aus dem Optikraster sind, was das Basismodell damit vorhersagt, wo es sicher ist. Auch beurteilt wird das neue Modell dann nach diesen Vorhersagen, nicht nach der Wirklichkeit.</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Basismodell</translation>
        </message>
        <message>
            <source>Folder of the base model</source>
            <translation>Ordner des Basismodells</translation>
        </message>
        <message>
            <source>Name of the new model</source>
            <translation>Name des neuen Modells</translation>
        </message>
        <message>
            <source>Empty: the name of the SAR layer.</source>
            <translation>Leer: der Name des SAR-Layers.</translation>
        </message>
        <message>
            <source>Effort</source>
            <translation>Aufwand</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <source>Thorough</source>
            <translation>Gründlich</translation>
        </message>
        <message>
            <source>quick: minutes; thorough: about four times as long, for larger areas.</source>
            <translation>quick: Minuten; thorough: etwa viermal so lange, für größere Gebiete.</translation>
        </message>
        <message>
            <source>Folder of models</source>
            <translation>Ordner der Modelle</translation>
        </message>
        <message>
            <source>The new model becomes a folder in it; empty: the library that the page Models shows.</source>
            <translation>Das neue Modell wird ein Ordner darin; leer: die Sammlung, die die Seite Modelle zeigt.</translation>
        </message>
        <message>
            <source>Where the labels come from</source>
            <translation>Woher die Referenzgrundrisse kommen</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>Aus einem Polygonlayer</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>Aus dem Optikbild</translation>
        </message>
        <message>
            <source>polygons: the layer of labels; optical: what the base model predicts with the optical raster.</source>
            <translation>polygons: der Layer der Referenzgrundrisse; optical: was das Basismodell mit dem Optikraster vorhersagt.</translation>
        </message>
        <message>
            <source>Polygons of buildings; 20 or more of them. Not used with labels from optical.</source>
            <translation>Polygone von Gebäuden; mindestens 20. Bei Referenzen aus dem Optikraster unbenutzt.</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>Korrekturen</translation>
        </message>
        <message>
            <source>Polygons of buildings, drawn or clicked, in place of labels from optical; used with these only.</source>
            <translation>Polygone von Gebäuden, gezeichnet oder angeklickt, an Stelle der Referenzen aus dem Optikraster; nur mit diesen verwendet.</translation>
        </message>
        <message>
            <source>Quality of the labels</source>
            <translation>Qualität der Referenzgrundrisse</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Vollständig</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Fehlen teils oder sind alt</translation>
        </message>
        <message>
            <source>complete: every building of the area has its outline in the right place; partial: outlines are partly missing, shifted or old, and are corrected by what the base model predicts. Not used with labels from optical.</source>
            <translation>complete: Jedes Gebäude des Gebiets hat seinen Umriss am richtigen Ort; partial: Umrisse fehlen teils, sind verschoben oder alt und werden nach der Vorhersage des Basismodells korrigiert. Bei Referenzen aus dem Optikraster unbenutzt.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Referenzgebiet</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the hull of the labels, or the whole scene for labels from optical.</source>
            <translation>Wo alle Gebäude erfasst sind; leer: die Hülle der Referenzgrundrisse oder, bei Referenzen aus dem Optikraster, die ganze Szene.</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Neues Modell</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>IoU of the base model, SAR alone</source>
            <translation>IoU des Basismodells, allein SAR</translation>
        </message>
        <message>
            <source>IoU of the new model, SAR alone</source>
            <translation>IoU des neuen Modells, allein SAR</translation>
        </message>
        <message>
            <source>IoU of the base model, with optical</source>
            <translation>IoU des Basismodells, mit Optikbild</translation>
        </message>
        <message>
            <source>IoU of the new model, with optical</source>
            <translation>IoU des neuen Modells, mit Optikbild</translation>
        </message>
        <message>
            <source>There is no optical raster to take labels from; choose one.</source>
            <translation>Es gibt kein Optikraster, aus dem Referenzen kommen könnten; eines wählen.</translation>
        </message>
        <message>
            <source>Where to label next</source>
            <translation>Wo als Nächstes digitalisieren</translation>
        </message>
        <message>
            <source>The square blocks of a scene where the model is least certain, from the probabilities that an extraction wrote. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.

The uncertainty is the mean entropy of the probabilities, from 0 to 1. Blocks of which less than half has data are left out.</source>
            <translation>Die quadratischen Blöcke einer Szene, in denen das Modell am unsichersten ist, aus den Wahrscheinlichkeiten einer Extraktion. In einigen davon jedes Gebäude digitalisieren, die anderen löschen und mit ihnen als Referenzgebiet nachtrainieren.

Die Unsicherheit ist die mittlere Entropie der Wahrscheinlichkeiten, von 0 bis 1. Blöcke, von denen weniger als die Hälfte Daten hat, werden ausgelassen.</translation>
        </message>
        <message>
            <source>The probabilities that an extraction wrote.</source>
            <translation>Die Wahrscheinlichkeiten, die eine Extraktion geschrieben hat.</translation>
        </message>
        <message>
            <source>Number of blocks</source>
            <translation>Anzahl der Blöcke</translation>
        </message>
        <message>
            <source>At most; a small scene may have fewer.</source>
            <translation>Höchstens; eine kleine Szene kann weniger haben.</translation>
        </message>
        <message>
            <source>Side of a block (m)</source>
            <translation>Seitenlänge eines Blocks (m)</translation>
        </message>
        <message>
            <source>In metres on the ground.</source>
            <translation>In Metern am Boden.</translation>
        </message>
        <message>
            <source>Label next</source>
            <translation>Als Nächstes digitalisieren</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others.</source>
            <translation>Die Wahrscheinlichkeiten {} können nicht geöffnet werden; andere wählen.</translation>
        </message>
        <message>
            <source>Export buildings for OpenStreetMap</source>
            <translation>Gebäude für OpenStreetMap exportieren</translation>
        </message>
        <message>
            <source>Building polygons for the editors of OpenStreetMap, with the tags building=yes and source: an .osm file for JOSM, in which neighbours share the nodes of their common wall, or GeoJSON for Rapid. Walls are straight, and nothing overlaps.

This uploads nothing. Check every building against imagery that OpenStreetMap may use, and follow its import guidelines before you upload more than a few.</source>
            <translation>Gebäudepolygone für die Editoren von OpenStreetMap, mit den Tags building=yes und source: eine .osm-Datei für JOSM, in der Nachbarn die Punkte ihrer gemeinsamen Wand teilen, oder GeoJSON für Rapid. Wände sind gerade, und nichts überlappt.

Hochgeladen wird nichts. Jedes Gebäude mit Bildern prüfen, die OpenStreetMap verwenden darf, und die Import-Richtlinien befolgen, bevor mehr als ein paar hochgeladen werden.</translation>
        </message>
        <message>
            <source>Building polygons</source>
            <translation>Gebäudepolygone</translation>
        </message>
        <message>
            <source>Footprints, after a review, or polygons of any source.</source>
            <translation>Grundrisse nach einer Prüfung oder Polygone beliebiger Herkunft.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>The tag source of each building: which imagery it is from.</source>
            <translation>Das Tag source jedes Gebäudes: aus welchen Bildern es stammt.</translation>
        </message>
        <message>
            <source>Only accepted footprints</source>
            <translation>Nur angenommene Grundrisse</translation>
        </message>
        <message>
            <source>Only those that a review accepted.</source>
            <translation>Nur solche, die eine Prüfung angenommen hat.</translation>
        </message>
        <message>
            <source>Straighten walls</source>
            <translation>Wände begradigen</translation>
        </message>
        <message>
            <source>Footprints of an extraction have straight walls already and stay.</source>
            <translation>Grundrisse einer Extraktion haben schon gerade Wände und bleiben.</translation>
        </message>
        <message>
            <source>OpenStreetMap data</source>
            <translation>OpenStreetMap-Daten</translation>
        </message>
        <message>
            <source>JOSM (*.osm);;GeoJSON (*.geojson)</source>
            <translation>JOSM (*.osm);;GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>File to write: .osm for JOSM, .geojson for Rapid.</source>
            <translation>Zu schreibende Datei: .osm für JOSM, .geojson für Rapid.</translation>
        </message>
        <message>
            <source>Number of buildings</source>
            <translation>Anzahl der Gebäude</translation>
        </message>
        <message>
            <source>Number left out</source>
            <translation>Anzahl der ausgelassenen</translation>
        </message>
        <message>
            <source>The layer {} cannot be opened; choose a polygon layer.</source>
            <translation>Der Layer {} lässt sich nicht öffnen; einen Polygonlayer wählen.</translation>
        </message>
        <message>
            <source>Regularise building footprints</source>
            <translation>Gebäudegrundrisse begradigen</translation>
        </message>
        <message>
            <source>Straight walls, and right angles where a building has them, for building polygons of any source: digitised by hand, from another model, or along the edges of pixels.

Attributes are kept. Invalid polygons are repaired, every part of a multipolygon counts as one polygon, neighbours keep their common walls, and courtyards are kept unless they are tiny. A large polygon without two main directions is only simplified. Angles are right on the ground, also if the coordinates are in degrees.</source>
            <translation>Gerade Wände, und rechte Winkel, wo ein Gebäude sie hat, für Gebäudepolygone jeder Herkunft: von Hand digitalisiert, aus einem anderen Modell oder entlang von Pixelkanten.

Attribute bleiben. Ungültige Polygone werden repariert, jeder Teil eines Multipolygons zählt als ein Polygon, Nachbarn behalten ihre gemeinsamen Wände, und Innenhöfe bleiben, sofern sie nicht winzig sind. Ein großes Polygon ohne zwei Hauptrichtungen wird nur vereinfacht. Rechte Winkel sind am Boden rechtwinklig, auch bei Koordinaten in Grad.</translation>
        </message>
        <message>
            <source>One polygon per building.</source>
            <translation>Ein Polygon je Gebäude.</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Toleranz (m)</translation>
        </message>
        <message>
            <source>Distance on the ground by which a straight wall may deviate from the outline; walls shorter than twice that are merged into their neighbours.</source>
            <translation>Meter am Boden, um die eine gerade Wand vom Umriss abweichen darf; Wände, die kürzer sind als das Doppelte, gehen in ihren Nachbarn auf.</translation>
        </message>
        <message>
            <source>Regularised</source>
            <translation>Begradigt</translation>
        </message>
        <message>
            <source>The layer to write.</source>
            <translation>Der Layer, in den geschrieben wird.</translation>
        </message>
        <message>
            <source>Number of polygons</source>
            <translation>Anzahl der Polygone</translation>
        </message>
        <message>
            <source>The polygons cannot be written ({}); free up disk space: {}</source>
            <translation>Die Polygone können nicht geschrieben werden ({}); Speicherplatz freigeben: {}</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>One raster, or one raster for each polarisation (at most four).</source>
            <translation>Ein Raster, oder ein Raster je Polarisation (höchstens vier).</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Optikbild</translation>
        </message>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere.</source>
            <translation>Wird genutzt, wo es gültige Pixel hat; sonst allein SAR.</translation>
        </message>
        <message>
            <source>A model of the library, which the page Models shows.</source>
            <translation>Ein Modell der Bibliothek, die die Seite Modelle zeigt.</translation>
        </message>
        <message>
            <source>The folder of another model, instead of one of the library.</source>
            <translation>Der Ordner eines anderen Modells, statt eines der Bibliothek.</translation>
        </message>
        <message>
            <source>There is no such model in the library; choose another: {}</source>
            <translation>Dieses Modell gibt es in der Bibliothek nicht; ein anderes wählen: {}</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel; empty: the model’s own.</source>
            <translation>Mindestwahrscheinlichkeit eines Gebäudepixels; leer: die Vorgabe des Modells.</translation>
        </message>
        <message>
            <source>Careful</source>
            <translation>Sorgfältig</translation>
        </message>
        <message>
            <source>Averages the predictions for rotated and mirrored views of the scene (test-time augmentation): about 8 times slower.</source>
            <translation>Mittelt die Vorhersagen für gedrehte und gespiegelte Ansichten der Szene (Test-Time Augmentation): etwa 8-mal langsamer.</translation>
        </message>
        <message>
            <source>Of the SAR bands, in the order of files and bands, as in VV,VH; empty: detected.</source>
            <translation>Der SAR-Kanäle, in der Reihenfolge der Dateien und Kanäle, etwa VV,VH; leer: wird ermittelt.</translation>
        </message>
        <message>
            <source>SAR values</source>
            <translation>SAR-Werte</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Erkannt</translation>
        </message>
        <message>
            <source>The scale of the SAR values; auto: detected.</source>
            <translation>Die Skala der SAR-Werte; auto: wird ermittelt.</translation>
        </message>
        <message>
            <source>Fastest available</source>
            <translation>Schnellstes verfügbares</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>NVIDIA-GPU (CUDA)</translation>
        </message>
        <message>
            <source>Apple GPU</source>
            <translation>Apple-GPU</translation>
        </message>
        <message>
            <source>CPU, 8-bit (faster, less exact)</source>
            <translation>CPU, 8 Bit (schneller, ungenauer)</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available; cpu-int8: 8-bit inference, faster for large scenes on many processors, changes up to 1 % of the pixels.</source>
            <translation>Gerät für die Berechnung; auto: das schnellste verfügbare; cpu-int8: 8-Bit-Inferenz, bei großen Szenen auf vielen Prozessoren schneller, ändert bis zu 1 % der Pixel.</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available.</source>
            <translation>Gerät für die Berechnung; auto: das schnellste verfügbare.</translation>
        </message>
        <message>
            <source>No SAR raster can be opened; choose another one.</source>
            <translation>Kein SAR-Raster lässt sich öffnen; ein anderes wählen.</translation>
        </message>
        <message>
            <source>The optical layer {} cannot be opened; choose another or none.</source>
            <translation>Der Optiklayer {} lässt sich nicht öffnen; einen anderen oder keinen wählen.</translation>
        </message>
        <message>
            <source>The threshold is not a number; write it like 0.5: {}</source>
            <translation>Der Schwellenwert ist keine Zahl; ihn wie 0.5 schreiben: {}</translation>
        </message>
        <message>
            <source>Simulate scene</source>
            <translation>Szene simulieren</translation>
        </message>
        <message>
            <source>A simulated scene: SAR, optical and buildings as sar.tif, optical.tif and buildings.geojson in one folder. The city is generated, or taken from a city model. For trials without data of your own.</source>
            <translation>Eine Szene, wie ein Radar und eine Kamera sie sehen würden, und die Gebäude darin: sar.tif, optical.tif und buildings.geojson in einem Ordner. Die Stadt ist erfunden oder kommt aus einem Stadtmodell. Zum Ausprobieren ohne Daten.</translation>
        </message>
        <message>
            <source>Size (pixels)</source>
            <translation>Größe (Pixel)</translation>
        </message>
        <message>
            <source>Width and height of the scene.</source>
            <translation>Breite und Höhe der Szene.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>The same seed gives the same scene.</source>
            <translation>Andere Zahl, andere Szene; gleiche Zahl, gleiche Szene.</translation>
        </message>
        <message>
            <source>Kind of city</source>
            <translation>Art der Stadt</translation>
        </message>
        <message>
            <source>Such as village, industrial or harbour; empty: a mixture.</source>
            <translation>Etwa village, industrial oder harbour; leer: eine Mischung.</translation>
        </message>
        <message>
            <source>City model</source>
            <translation>Stadtmodell</translation>
        </message>
        <message>
            <source>City models (*.json *.jsonl *.geojson)</source>
            <translation>Stadtmodelle (*.json *.jsonl *.geojson)</translation>
        </message>
        <message>
            <source>CityJSON, CityJSONSeq, or GeoJSON with heights; empty: a generated city.</source>
            <translation>CityJSON, CityJSONSeq oder GeoJSON mit Höhen; leer: eine erfundene Stadt.</translation>
        </message>
        <message>
            <source>Amplitude in 8 bits</source>
            <translation>Amplitude in 8 Bit</translation>
        </message>
        <message>
            <source>The scale of the SAR values.</source>
            <translation>Die Skala der SAR-Werte.</translation>
        </message>
        <message>
            <source>Such as VV,VH; empty: all four.</source>
            <translation>Etwa VV,VH; leer: alle vier.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Folder to write the three files into.</source>
            <translation>Ordner, in den die drei Dateien geschrieben werden.</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Gebäude</translation>
        </message>
        <message>
            <source>The output has several layers, which would be lost ({}); choose another file: {}</source>
            <translation>Die Ausgabe hat mehrere Layer, die verloren gingen ({}); eine andere Datei wählen: {}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another file: {}</source>
            <translation>Die Ausgabe ist in einem anderen Programm geöffnet; dort schließen oder eine andere Datei wählen: {}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>The Python environment, the device, the models of the library, and the running and interrupted jobs, as JSON for scripts. The keys are in English and stay the same; the sentences are in the language of QGIS.</source>
            <translation>Die Python-Umgebung, das Gerät, die Modelle der Bibliothek und die laufenden und unterbrochenen Aufgaben als JSON für Skripte. Die Schlüssel sind englisch und bleiben gleich; die Sätze sind in der Sprache von QGIS.</translation>
        </message>
        <message>
            <source>Start the worker to find the device</source>
            <translation>Rechenprozess starten, um das Gerät festzustellen</translation>
        </message>
        <message>
            <source>Takes some seconds; otherwise the device is not known.</source>
            <translation>Dauert einige Sekunden; sonst ist das Gerät nicht bekannt.</translation>
        </message>
        <message>
            <source>Status file</source>
            <translation>Statusdatei</translation>
        </message>
        <message>
            <source>JSON file to write the status into.</source>
            <translation>JSON-Datei, in die der Status geschrieben wird.</translation>
        </message>
        <message>
            <source>Status as JSON</source>
            <translation>Status als JSON</translation>
        </message>
        <message>
            <source>The status cannot be written ({}); choose another file: {}</source>
            <translation>Der Status kann nicht geschrieben werden ({}); eine andere Datei wählen: {}</translation>
        </message>
        <message>
            <source>What is trained</source>
            <translation>Was trainiert wird</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Nur die letzten Schichten</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Letzte Schichten, Decoder</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>Das ganze Netz</translation>
        </message>
        <message>
            <source>heads: only the last layers (the fusion heads and the shared block of the paper), for a scene similar to those of the base model; decoders: also the decoders; everything: the whole network, for many labels.</source>
            <translation>heads: nur die letzten Schichten (die Fusionsköpfe und der gemeinsame Block des Artikels), für eine Szene, die denen des Basismodells ähnelt; decoders: auch die Decoder; everything: das ganze Netz, für viele Referenzgrundrisse.</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>0: the number that the effort sets.</source>
            <translation>0: die Anzahl, die der Aufwand vorgibt.</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Batchgröße</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory.</source>
            <translation>Ausschnitte je Schritt; höhere Werte machen das Training gleichmäßiger, brauchen aber mehr Zeit und Arbeitsspeicher.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model; 0: chosen by what is trained.</source>
            <translation>Höhere Werte lernen schneller, vergessen aber mehr vom Basismodell; 0: je nachdem, was trainiert wird.</translation>
        </message>
        <message>
            <source>Keep the optical branch</source>
            <translation>Optischen Zweig beibehalten</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor.</source>
            <translation>Im Artikel „frozen teacher“: der optische Zweig bleibt der des Basismodells; nützlich, wenn das Optikbild schlecht ist.</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops.</source>
            <translation>Bestimmt die Validierungsblöcke und die Reihenfolge der Ausschnitte.</translation>
        </message>
        <message>
            <source>Weight of uncertain pixels</source>
            <translation>Gewicht unsicherer Pixel</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values align the branches on uncertain pixels too.</source>
            <translation>Temperatur T des Artikels: höhere Werte gleichen die Zweige auch bei unsicheren Pixeln an.</translation>
        </message>
        <message>
            <source>Alignment of features</source>
            <translation>Angleichung der Merkmale</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper, the weight of the shared block; 0: off.</source>
            <translation>λ von MSAL im Artikel, das Gewicht des gemeinsamen Blocks; 0: aus.</translation>
        </message>
        <message>
            <source>Alignment of predictions</source>
            <translation>Angleichung der Vorhersagen</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper, the weight of the fused branches; 0: off.</source>
            <translation>λ von MFAL im Artikel, das Gewicht der fusionierten Zweige; 0: aus.</translation>
        </message>
        <message>
            <source>Weight of edges</source>
            <translation>Gewicht der Ränder</translation>
        </message>
        <message>
            <source>λ of the edge loss, for sharp edges; 0: off.</source>
            <translation>λ des Randverlusts, für scharfe Ränder; 0: aus.</translation>
        </message>
        <message>
            <source>Weight of contacts</source>
            <translation>Gewicht der Berührungen</translation>
        </message>
        <message>
            <source>λ of the contact loss, which separates touching buildings; 0: off.</source>
            <translation>λ des Berührungsverlusts, der sich berührende Gebäude trennt; 0: aus.</translation>
        </message>
        <message>
            <source>Distance of alignment</source>
            <translation>Abstand der Angleichung</translation>
        </message>
        <message>
            <source>Divergence of the predictions (KL)</source>
            <translation>Divergenz der Vorhersagen (KL)</translation>
        </message>
        <message>
            <source>Squared difference of the predictions</source>
            <translation>Quadrierte Differenz der Vorhersagen</translation>
        </message>
        <message>
            <source>Squared difference of the features</source>
            <translation>Quadrierte Differenz der Merkmale</translation>
        </message>
        <message>
            <source>Measure of the difference between the branches.</source>
            <translation>Wie die Zweige verglichen werden, während sie einander lehren.</translation>
        </message>
        <message>
            <source>Log: {}</source>
            <translation>Protokoll: {}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>Starting the worker</source>
            <translation>Der Rechenprozess wird gestartet</translation>
        </message>
    </context>
    <context>
        <name>Provenance</name>
        <message>
            <source>none</source>
            <translation>ohne</translation>
        </message>
        <message>
            <source>detected</source>
            <translation>ermittelt</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>Date: {}</source>
            <translation>Datum: {}</translation>
        </message>
        <message>
            <source>Plugin: CMH-CL Footprints {}</source>
            <translation>Erweiterung: CMH-CL Footprints {}</translation>
        </message>
        <message>
            <source>Model: {}</source>
            <translation>Modell: {}</translation>
        </message>
        <message>
            <source>SAR: {}</source>
            <translation>SAR: {}</translation>
        </message>
        <message>
            <source>Optical: {}</source>
            <translation>Optikbild: {}</translation>
        </message>
        <message>
            <source>Polarisations: {}</source>
            <translation>Polarisationen: {}</translation>
        </message>
        <message>
            <source>SAR values: {}</source>
            <translation>SAR-Werte: {}</translation>
        </message>
        <message>
            <source>Area: {}</source>
            <translation>Gebiet: {}</translation>
        </message>
        <message>
            <source>whole SAR layer</source>
            <translation>ganzer SAR-Layer</translation>
        </message>
        <message>
            <source>Threshold: {:.3g}</source>
            <translation>Schwellenwert: {:.3g}</translation>
        </message>
        <message>
            <source>Smallest area: {:g} m²</source>
            <translation>Kleinste Fläche: {:g} m²</translation>
        </message>
        <message>
            <source>Careful: {}</source>
            <translation>Sorgfältig: {}</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Wahrscheinlichkeiten: {}</translation>
        </message>
        <message>
            <source>Engine: {}</source>
            <translation>Berechnet mit: {}</translation>
        </message>
        <message>
            <source>online layer {}</source>
            <translation>Onlinelayer {}</translation>
        </message>
    </context>
    <context>
        <name>Python</name>
        <message>
            <source>CMH-CL has no Python environment yet; install it on the page Extract or in the plugin’s options.</source>
            <translation>CMH-CL hat noch keine Python-Umgebung; sie auf der Seite „Extrahieren“ oder in den Optionen der Erweiterung installieren.</translation>
        </message>
        <message>
            <source>does not exist inside the {}, which QGIS runs as</source>
            <translation>ist innerhalb des {}, als das QGIS läuft, nicht vorhanden</translation>
        </message>
        <message>
            <source>does not exist</source>
            <translation>ist nicht vorhanden</translation>
        </message>
        <message>
            <source>cannot be started</source>
            <translation>lässt sich nicht starten</translation>
        </message>
        <message>
            <source>does not run as Python</source>
            <translation>läuft nicht als Python</translation>
        </message>
        <message>
            <source>is version {}.{}, older than {}.{}</source>
            <translation>hat die Version {}.{} und ist älter als {}.{}</translation>
        </message>
        <message>
            <source>has no {}</source>
            <translation>hat kein {}</translation>
        </message>
        <message>
            <source>The Python that the plugin installed {problem}; update it, or remove it and install it again, in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>Das von der Erweiterung installierte Python {problem}; es unter Einstellungen &gt; Optionen &gt; CMH-CL aktualisieren oder entfernen und neu installieren.</translation>
        </message>
        <message>
            <source>The Python {python} {problem}; choose another in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>Das Python {python} {problem}; unter Einstellungen &gt; Optionen &gt; CMH-CL ein anderes wählen.</translation>
        </message>
    </context>
    <context>
        <name>Recipes</name>
        <message>
            <source>A coordinate system was set in QGIS, which cannot be passed to qgis_process; copy the command line instead, or save the layer with that system.</source>
            <translation>In QGIS wurde ein Koordinatensystem gesetzt, das sich qgis_process nicht mitteilen lässt; stattdessen die Befehlszeile kopieren, oder den Layer mit diesem System speichern.</translation>
        </message>
        <message>
            <source>Copy as command, to repeat this run outside of QGIS</source>
            <translation>Als Befehl kopieren, um diesen Lauf außerhalb von QGIS zu wiederholen</translation>
        </message>
        <message>
            <source>Copy as command line</source>
            <translation>Als Befehlszeile kopieren</translation>
        </message>
        <message>
            <source>Copy as qgis_process command</source>
            <translation>Als Befehl für qgis_process kopieren</translation>
        </message>
        <message>
            <source>The command is in the clipboard.</source>
            <translation>Der Befehl ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>The command is in the clipboard, its area in a file: {}</source>
            <translation>Der Befehl ist in der Zwischenablage, sein Gebiet in einer Datei: {}</translation>
        </message>
        <message>
            <source>The command is in the clipboard; its labels and its model are in: {}</source>
            <translation>Der Befehl ist in der Zwischenablage; seine Referenzgrundrisse und sein Modell sind in: {}</translation>
        </message>
    </context>
    <context>
        <name>Rendering</name>
        <message>
            <source>The online layer “{}” shows nothing at this place; choose another optical layer, or none.</source>
            <translation>Der Onlinelayer „{}“ zeigt an diesem Ort nichts; ein anderes Optikbild wählen, oder keines.</translation>
        </message>
        <message>
            <source>The online layer “{}” cannot be fetched ({}); check the network and the layer, or choose another optical layer.</source>
            <translation>Der Onlinelayer „{}“ kann nicht abgerufen werden ({}); das Netzwerk und den Layer prüfen, oder ein anderes Optikbild wählen.</translation>
        </message>
        <message>
            <source>Fetching the picture of “{}”</source>
            <translation>Bild von „{}“ abrufen</translation>
        </message>
    </context>
    <context>
        <name>ResultBox</name>
        <message>
            <source>Hides the less certain footprints with a filter of the layer; none is deleted</source>
            <translation>Blendet die weniger sicheren Grundrisse mit einem Filter des Layers aus; keiner wird gelöscht</translation>
        </message>
        <message>
            <source>The probabilities of this result are not available; to change its threshold, run the extraction again.</source>
            <translation>Die Wahrscheinlichkeiten dieses Ergebnisses sind nicht verfügbar; um seinen Schwellenwert zu ändern, noch einmal extrahieren.</translation>
        </message>
        <message>
            <source>Run a&amp;gain…</source>
            <translation>Wiederho&amp;len…</translation>
        </message>
        <message>
            <source>Fills in the fields above with the settings of this result</source>
            <translation>Füllt die Felder oben mit den Einstellungen dieses Ergebnisses aus</translation>
        </message>
        <message>
            <source>&amp;Compare…</source>
            <translation>Verglei&amp;chen…</translation>
        </message>
        <message>
            <source>What is new, missing or changed compared with a reference or an older map</source>
            <translation>Was gegenüber einer Referenz oder einer älteren Karte neu, fehlend oder verändert ist</translation>
        </message>
        <message>
            <source>W&amp;here to label next</source>
            <translation>Wo &amp;als Nächstes digitalisieren</translation>
        </message>
        <message>
            <source>Adds the blocks in which the model is least certain to the map</source>
            <translation>Fügt der Karte die Blöcke hinzu, in denen das Modell am unsichersten ist</translation>
        </message>
        <message>
            <source>Show from co&amp;nfidence</source>
            <translation>Zeigen ab Konfide&amp;nz</translation>
        </message>
        <message>
            <source>The layer of this result was removed.</source>
            <translation>Der Layer dieses Ergebnisses wurde entfernt.</translation>
        </message>
        <message>
            <source>A file of this result no longer exists; run the extraction again: {}</source>
            <translation>Eine Datei dieses Ergebnisses existiert nicht mehr; erneut extrahieren: {}</translation>
        </message>
        <message>
            <source>The probabilities no longer exist; run the extraction again: {}</source>
            <translation>Die Wahrscheinlichkeiten gibt es nicht mehr; noch einmal extrahieren: {}</translation>
        </message>
        <message>
            <source>“{}” was edited after it was outlined. Outline it again and discard these edits?</source>
            <translation>„{}“ wurde bearbeitet, nachdem die Umrisse gezeichnet wurden. Neu zeichnen und diese Änderungen verwerfen?</translation>
        </message>
        <message>
            <source>Discard edits?</source>
            <translation>Änderungen verwerfen?</translation>
        </message>
    </context>
    <context>
        <name>ResumeOffers</name>
        <message>
            <source>{} runs were interrupted.</source>
            <translation>{} Läufe wurden unterbrochen.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>The extraction from “{}” was interrupted.</source>
            <translation>Die Extraktion aus „{}“ wurde unterbrochen.</translation>
        </message>
        <message>
            <source>The fine-tuning of “{}” was interrupted.</source>
            <translation>Das Nachtraining von „{}“ wurde unterbrochen.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>The field “review” of the layer “{}” is virtual or joined and cannot store decisions; rename it, or give the join a prefix.</source>
            <translation>Das Feld „review“ des Layers „{}“ ist virtuell oder verknüpft und kann keine Entscheidungen speichern; das Feld umbenennen oder der Verknüpfung ein Präfix geben.</translation>
        </message>
        <message>
            <source>The field “review” of the layer “{}” cannot store decisions, which are texts of up to {} letters; rename that field.</source>
            <translation>Das Feld „review“ des Layers „{}“ kann keine Entscheidungen speichern, die Texte von bis zu {} Zeichen sind; dieses Feld umbenennen.</translation>
        </message>
        <message>
            <source>Choose the layer whose footprints you want to go through.</source>
            <translation>Den Layer wählen, dessen Grundrisse durchgesehen werden sollen.</translation>
        </message>
        <message>
            <source>This layer has no footprints.</source>
            <translation>Dieser Layer hat keine Grundrisse.</translation>
        </message>
        <message>
            <source>{:,} skipped, without a decision.</source>
            <translation>{:,} übersprungen, ohne Entscheidung.</translation>
        </message>
        <message>
            <source>Go through them</source>
            <translation>Durchgehen</translation>
        </message>
        <message>
            <source>No footprint is marked for later.</source>
            <translation>Kein Grundriss ist vorgemerkt.</translation>
        </message>
        <message>
            <source>All footprints are reviewed: {:,} accepted, {:,} marked for later, {:,} deleted.</source>
            <translation>Alle Grundrisse sind durchgesehen: {:,} angenommen, {:,} vorgemerkt, {:,} gelöscht.</translation>
        </message>
        <message>
            <source>&lt;b&gt;accepted&lt;/b&gt;</source>
            <translation>&lt;b&gt;angenommen&lt;/b&gt;</translation>
        </message>
        <message>
            <source>&lt;b&gt;marked for later&lt;/b&gt;</source>
            <translation>&lt;b&gt;vorgemerkt&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Confidence {:.0%}</source>
            <translation>Konfidenz {:.0%}</translation>
        </message>
        <message>
            <source>{:,.0f} m²</source>
            <translation>{:,.0f} m²</translation>
        </message>
        <message>
            <source>{:.0%} with optical</source>
            <translation>{:.0%} mit Optikbild</translation>
        </message>
        <message>
            <source>no outline; delete it</source>
            <translation>ohne Umriss; löschen</translation>
        </message>
        <message>
            <source>Footprint {}</source>
            <translation>Grundriss {}</translation>
        </message>
        <message>
            <source>No other footprint touches this one; select those that belong to it, then join them.</source>
            <translation>Kein anderer Grundriss berührt diesen; die zugehörigen auswählen, dann vereinigen.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited with QGIS’s tools here.</source>
            <translation>Der Layer „{}“ kann hier nicht mit den Werkzeugen von QGIS bearbeitet werden.</translation>
        </message>
        <message>
            <source>Accept footprint</source>
            <translation>Grundriss annehmen</translation>
        </message>
        <message>
            <source>Mark footprint for later</source>
            <translation>Grundriss für später vormerken</translation>
        </message>
        <message>
            <source>Delete footprint</source>
            <translation>Grundriss löschen</translation>
        </message>
        <message>
            <source>Nothing was squared: the angles are right already, or far from right.</source>
            <translation>Nichts wurde rechtwinklig gemacht: die Winkel sind schon rechte oder weit davon entfernt.</translation>
        </message>
        <message>
            <source>Square footprint</source>
            <translation>Grundriss rechtwinklig machen</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” no longer exists; decide on the next.</source>
            <translation>Dieser Grundriss des Layers „{}“ existiert nicht mehr; über den nächsten entscheiden.</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” is new; save the layer, then decide.</source>
            <translation>Dieser Grundriss des Layers „{}“ ist neu; den Layer speichern, dann entscheiden.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited here; export it as a GeoPackage (Export &gt; Save Features As…) and review that.</source>
            <translation>Der Layer „{}“ lässt sich hier nicht bearbeiten; ihn als GeoPackage exportieren (Exportieren &gt; Objekte speichern als…) und dieses durchsehen.</translation>
        </message>
    </context>
    <context>
        <name>ReviewDock</name>
        <message>
            <source>Review footprints</source>
            <translation>Grundrisse durchsehen</translation>
        </message>
        <message>
            <source>Choose a layer of footprints…</source>
            <translation>Layer mit Grundrissen wählen…</translation>
        </message>
        <message>
            <source>Decisions are stored in the field “review”</source>
            <translation>Seine Entscheidungen stehen im Feld „review“</translation>
        </message>
        <message>
            <source>Which footprints to go through</source>
            <translation>Welche Grundrisse durchgesehen werden</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Save the edits of the layer</source>
            <translation>Die Änderungen des Layers speichern</translation>
        </message>
        <message>
            <source>Use as &amp;labels for fine-tuning…</source>
            <translation>Zum &amp;Nachtrainieren verwenden…</translation>
        </message>
        <message>
            <source>; Ctrl+Z undoes it</source>
            <translation>; Strg+Z macht es rückgängig</translation>
        </message>
        <message>
            <source>Accept (A)</source>
            <translation>Annehmen (A)</translation>
        </message>
        <message>
            <source>It is a building, and its outline is good</source>
            <translation>Es ist ein Gebäude, und sein Umriss ist gut</translation>
        </message>
        <message>
            <source>Delete (D)</source>
            <translation>Löschen (D)</translation>
        </message>
        <message>
            <source>Remove it from the layer</source>
            <translation>Aus dem Layer entfernen</translation>
        </message>
        <message>
            <source>Mark for later (M)</source>
            <translation>Vormerken (M)</translation>
        </message>
        <message>
            <source>Keep it for a second look</source>
            <translation>Für einen zweiten Blick aufheben</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Zurück (B)</translation>
        </message>
        <message>
            <source>The footprint before this one</source>
            <translation>Der Grundriss vor diesem</translation>
        </message>
        <message>
            <source>Skip (N)</source>
            <translation>Weiter (N)</translation>
        </message>
        <message>
            <source>The next footprint, without a decision on this one</source>
            <translation>Der nächste Grundriss, ohne Entscheidung über diesen</translation>
        </message>
        <message>
            <source>La&amp;yer</source>
            <translation>La&amp;yer</translation>
        </message>
        <message>
            <source>S&amp;how</source>
            <translation>Anzei&amp;gen</translation>
        </message>
        <message>
            <source>“{}” cannot be saved ({}); close other programs that use the file, and save again.</source>
            <translation>„{}“ kann nicht gespeichert werden ({}); die Datei freigeben und erneut speichern.</translation>
        </message>
        <message>
            <source>“{}” has unsaved edits; save them, then use the layer as labels.</source>
            <translation>„{}“ hat ungespeicherte Änderungen; sie speichern, dann den Layer zum Nachtrainieren verwenden.</translation>
        </message>
        <message>
            <source>Not yet reviewed ({:,})</source>
            <translation>Noch offen ({:,})</translation>
        </message>
        <message>
            <source>Marked for later ({:,})</source>
            <translation>Vorgemerkt ({:,})</translation>
        </message>
        <message>
            <source>{:,} of {:,} reviewed, {:,} deleted</source>
            <translation>{:,} von {:,} durchgesehen, {:,} gelöscht</translation>
        </message>
    </context>
    <context>
        <name>Run</name>
        <message>
            <source>it cannot be locked</source>
            <translation>er lässt sich nicht sperren</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); free up space or get permission to write to it: {}</source>
            <translation>Der Ordner kann nicht beschrieben werden ({}); Platz schaffen oder Schreibrechte beschaffen: {}</translation>
        </message>
    </context>
    <context>
        <name>RunAgainAction</name>
        <message>
            <source>Run again with other settings…</source>
            <translation>Mit anderen Einstellungen wiederholen…</translation>
        </message>
    </context>
    <context>
        <name>SarInput</name>
        <message>
            <source>The SAR bands, in the order of files and bands</source>
            <translation>Die SAR-Kanäle, in der Reihenfolge der Dateien und Kanäle</translation>
        </message>
        <message>
            <source>The scale of the SAR values</source>
            <translation>Die Skala der SAR-Werte</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>{:g} m</source>
            <translation>{:g} m</translation>
        </message>
        <message>
            <source>{:.0%} valid</source>
            <translation>{:.0%} gültig</translation>
        </message>
        <message>
            <source>Detected ({})</source>
            <translation>Erkannt ({})</translation>
        </message>
    </context>
    <context>
        <name>SarLayers</name>
        <message>
            <source>Choose a layer…</source>
            <translation>Layer wählen…</translation>
        </message>
        <message>
            <source>SAR raster, with one band for each polarisation</source>
            <translation>SAR-Raster, mit einem Kanal je Polarisation</translation>
        </message>
        <message>
            <source>Add a polarisation from a separate file</source>
            <translation>Eine Polarisation aus einer eigenen Datei hinzufügen</translation>
        </message>
        <message>
            <source>SAR raster of another polarisation</source>
            <translation>SAR-Raster einer weiteren Polarisation</translation>
        </message>
        <message>
            <source>Remove this polarisation</source>
            <translation>Diese Polarisation entfernen</translation>
        </message>
    </context>
    <context>
        <name>SceneSelection</name>
        <message>
            <source>A file of the scene no longer exists; choose another layer: {}</source>
            <translation>Eine Datei der Szene gibt es nicht mehr; einen anderen Layer wählen: {}</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Einen SAR-Layer wählen.</translation>
        </message>
        <message>
            <source>Add a SAR raster to the project first.</source>
            <translation>Zuerst ein SAR-Raster zum Projekt hinzufügen.</translation>
        </message>
    </context>
    <context>
        <name>SelfTest</name>
        <message>
            <source>It works: {} ({}), {:.2f} s for a tile of 512 px.</source>
            <translation>Es funktioniert: {} ({}), {:.2f} s für eine Kachel von 512 px.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU</source>
            <translation>keine NVIDIA-GPU</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Wird getestet</translation>
        </message>
        <message>
            <source>PyTorch uses the CPU although there is an NVIDIA driver ({}); update the driver, or remove the environment and install it again.</source>
            <translation>PyTorch verwendet die CPU, obwohl es einen NVIDIA-Treiber gibt ({}); den Treiber aktualisieren oder die Umgebung entfernen und neu installieren.</translation>
        </message>
    </context>
    <context>
        <name>Stall</name>
        <message>
            <source>End the worker</source>
            <translation>Rechenprozess beenden</translation>
        </message>
    </context>
    <context>
        <name>Styles</name>
        <message>
            <source>held out for validation</source>
            <translation>zum Validieren zurückgehalten</translation>
        </message>
        <message>
            <source>used for training</source>
            <translation>zum Training benutzt</translation>
        </message>
        <message>
            <source>block [% to_int("number") %], [% if("role" = 'validation', 'held out for validation', 'used for training') %]</source>
            <translation>Block [% to_int("number") %], [% if("role" = 'validation', 'zum Validieren zurückgehalten', 'zum Training benutzt') %]</translation>
        </message>
        <message>
            <source>matched</source>
            <translation>zugeordnet</translation>
        </message>
        <message>
            <source>changed outline or place</source>
            <translation>Umriss oder Lage verändert</translation>
        </message>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>new, covered by reference</source>
            <translation>neu, von Referenz bedeckt</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>fehlend</translation>
        </message>
        <message>
            <source>missing, covered by layer</source>
            <translation>fehlend, vom Layer bedeckt</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;moved by [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;verschoben um [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;Konfidenz [% coalesce(format_number(100 * "confidence", 0), '–') %] %</translation>
        </message>
        <message>
            <source>low confidence (up to 50%)</source>
            <translation>geringe Konfidenz (bis 50 %)</translation>
        </message>
        <message>
            <source>medium (50 to 70%)</source>
            <translation>mittlere (50 bis 70 %)</translation>
        </message>
        <message>
            <source>high (above 70%)</source>
            <translation>hohe (über 70 %)</translation>
        </message>
        <message>
            <source>accepted in a review</source>
            <translation>bei der Durchsicht angenommen</translation>
        </message>
        <message>
            <source>marked for later</source>
            <translation>für später vorgemerkt</translation>
        </message>
        <message>
            <source>without confidence</source>
            <translation>ohne Konfidenz</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;Konfidenz [% coalesce(format_number(100 * "confidence", 0), '–') %] %</translation>
        </message>
    </context>
    <context>
        <name>ThresholdChange</name>
        <message>
            <source>Looking for edits in “{}”</source>
            <translation>Änderungen in „{}“ werden gesucht</translation>
        </message>
        <message>
            <source>Writing “{}”</source>
            <translation>„{}“ wird geschrieben</translation>
        </message>
        <message>
            <source>{:,} footprint at the threshold {:.2f}.</source>
            <translation>{:,} Grundriss beim Schwellenwert {:.2f}.</translation>
        </message>
        <message>
            <source>{:,} footprints at the threshold {:.2f}.</source>
            <translation>{:,} Grundrisse beim Schwellenwert {:.2f}.</translation>
        </message>
    </context>
    <context>
        <name>TrainingBox</name>
        <message>
            <source>Advanced</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model</source>
            <translation>Höhere Werte lernen schneller, vergessen aber mehr vom Basismodell</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values give more weight to pixels where the optical branch is uncertain</source>
            <translation>Temperatur T des Artikels: höhere Werte geben Pixeln mehr Gewicht, bei denen der optische Zweig unsicher ist</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper: higher values align SAR features more closely with optical ones; outlines count less</source>
            <translation>λ von MSAL im Artikel: höhere Werte gleichen SAR-Merkmale stärker an optische an; Umrisse zählen weniger</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper: higher values align predictions from SAR alone more closely with those with optical; outlines count less</source>
            <translation>λ von MFAL im Artikel: höhere Werte gleichen Vorhersagen aus SAR allein stärker an die mit optisch an; Umrisse zählen weniger</translation>
        </message>
        <message>
            <source>&amp;Keep the optical branch</source>
            <translation>Optischen Zweig be&amp;halten</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor</source>
            <translation>Im Artikel „frozen teacher“: der optische Zweig bleibt der des Basismodells; nützlich, wenn das Optikbild schlecht ist</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory</source>
            <translation>Ausschnitte je Schritt; höhere Werte machen das Training gleichmäßiger, brauchen aber mehr Zeit und Arbeitsspeicher</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops</source>
            <translation>Bestimmt die Validierungsblöcke und die Reihenfolge der Ausschnitte</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>&amp;Polarisationen</translation>
        </message>
        <message>
            <source>SAR &amp;values</source>
            <translation>SAR-Wer&amp;te</translation>
        </message>
        <message>
            <source>Learn&amp;ing rate</source>
            <translation>Lernrat&amp;e</translation>
        </message>
        <message>
            <source>Weight of &amp;uncertain pixels</source>
            <translation>Gewicht &amp;unsicherer Pixel</translation>
        </message>
        <message>
            <source>Alignment of &amp;features</source>
            <translation>Ang&amp;leichung der Merkmale</translation>
        </message>
        <message>
            <source>Ali&amp;gnment of predictions</source>
            <translation>Angle&amp;ichung der Vorhersagen</translation>
        </message>
        <message>
            <source>Bat&amp;ch</source>
            <translation>Bat&amp;chgröße</translation>
        </message>
        <message>
            <source>Rando&amp;m seed</source>
            <translation>Startwert (&amp;Zufall)</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
    </context>
    <context>
        <name>TrainingResult</name>
        <message>
            <source>&amp;Use this model</source>
            <translation>Dieses Modell ver&amp;wenden</translation>
        </message>
        <message>
            <source>Chooses it on the page Extract</source>
            <translation>Wählt es auf der Seite Extrahieren</translation>
        </message>
        <message>
            <source>&amp;Keep base model</source>
            <translation>Basismodell be&amp;halten</translation>
        </message>
        <message>
            <source>Deletes the new model</source>
            <translation>Löscht das neue Modell</translation>
        </message>
        <message>
            <source>Open re&amp;port</source>
            <translation>&amp;Bericht öffnen</translation>
        </message>
        <message>
            <source>&amp;New fine-tuning</source>
            <translation>&amp;Neues Nachtraining</translation>
        </message>
        <message>
            <source>The training ended after all {steps} steps.</source>
            <translation>Das Training endete nach allen {steps} Schritten.</translation>
        </message>
        <message>
            <source>The training ended after {steps} steps, because the model no longer improved.</source>
            <translation>Das Training endete nach {steps} Schritten, weil das Modell nicht mehr besser wurde.</translation>
        </message>
        <message>
            <source>You stopped the training after {steps} steps.</source>
            <translation>Das Training wurde auf Wunsch nach {steps} Schritten beendet.</translation>
        </message>
        <message>
            <source>The new model is that of step {}, the best one.</source>
            <translation>Das neue Modell ist das von Schritt {}, das beste.</translation>
        </message>
        <message>
            <source>The labels come from the optical image: the figures compare the predictions from SAR alone with those of the base model with optical, not with the truth.</source>
            <translation>Die Referenz kommt aus dem Optikbild: Die Zahlen vergleichen die Vorhersagen aus SAR allein mit denen des Basismodells mit Optik, nicht mit der Wirklichkeit.</translation>
        </message>
        <message>
            <source>Validation blocks, which are on the map: {:,}; buildings in them: {:,}.</source>
            <translation>Validierungsblöcke, die auf der Karte sind: {:,}; Gebäude darin: {:,}.</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>Allein SAR</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Mit Optikbild</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Basismodell</translation>
        </message>
        <message>
            <source>Base model with its threshold chosen here</source>
            <translation>Basismodell, Schwellenwert hier gewählt</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Neues Modell</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Object F1</source>
            <translation>F1 der Objekte</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Kalibrierungs­fehler</translation>
        </message>
    </context>
    <context>
        <name>TrainingView</name>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Referenz</translation>
        </message>
        <message>
            <source>Prediction</source>
            <translation>Vorhersage</translation>
        </message>
        <message>
            <source>The first pictures appear after the first validation.
You can close this panel; the fine-tuning continues.</source>
            <translation>Die ersten Bilder erscheinen nach der ersten Validierung.
Dieses Bedienfeld kann geschlossen werden; das Nachtrainieren läuft weiter.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Anhalten</translation>
        </message>
        <message>
            <source>&amp;Stop and keep best</source>
            <translation>Beenden, Be&amp;stes behalten</translation>
        </message>
        <message>
            <source>Ends the training now and keeps the best model so far</source>
            <translation>Beendet das Training jetzt und behält das bisher beste Modell</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Abbr&amp;echen</translation>
        </message>
        <message>
            <source>Open &amp;log</source>
            <translation>Proto&amp;koll öffnen</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>All training so far will be lost</source>
            <translation>Alles bisher Trainierte geht verloren</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Wird gestartet…</translation>
        </message>
        <message>
            <source>Step {:.0f} of {:.0f}</source>
            <translation>Schritt {:.0f} von {:.0f}</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>Resuming…</source>
            <translation>Wird fortgesetzt…</translation>
        </message>
        <message>
            <source>Finishing with the best model so far…</source>
            <translation>Wird mit dem bisher besten Modell beendet…</translation>
        </message>
    </context>
    <context>
        <name>Watchdog</name>
        <message>
            <source>The worker has not answered for {} s. It is ended if it does not answer within {} min.</source>
            <translation>Der Rechenprozess antwortet seit {} s nicht. Er wird beendet, wenn er nicht innerhalb von {} min antwortet.</translation>
        </message>
    </context>
    <context>
        <name>WorkerLaunch</name>
        <message>
            <source>The log folder cannot be written ({}): {}</source>
            <translation>Der Ordner der Protokolle kann nicht beschrieben werden ({}): {}</translation>
        </message>
    </context>
    <context>
        <name>WorkerProcess</name>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>The worker’s answer cannot be read; see the log.</source>
            <translation>Die Antwort des Rechenprozesses ist nicht lesbar; siehe Protokoll.</translation>
        </message>
        <message>
            <source>The worker cannot be started; see the log.</source>
            <translation>Der Rechenprozess lässt sich nicht starten; siehe Protokoll.</translation>
        </message>
        <message>
            <source>The worker did not answer and was ended; start again.</source>
            <translation>Der Rechenprozess hat nicht geantwortet und wurde beendet; noch einmal starten.</translation>
        </message>
        <message>
            <source>The worker ended unexpectedly ({}); see the log.</source>
            <translation>Der Rechenprozess hat unerwartet geendet ({}); siehe Protokoll.</translation>
        </message>
        <message>
            <source>Waiting for the job before it…</source>
            <translation>Wartet auf die Aufgabe davor…</translation>
        </message>
        <message>
            <source>Checking the Python environment…</source>
            <translation>Die Python-Umgebung wird geprüft…</translation>
        </message>
        <message>
            <source>Loading PyTorch…</source>
            <translation>PyTorch wird geladen…</translation>
        </message>
    </context>
</TS>

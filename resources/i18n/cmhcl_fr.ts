<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>BlockLayers</name>
        <message>
            <source>Validation blocks</source>
            <translation>Blocs de validation</translation>
        </message>
        <message>
            <source>Validation blocks of {}</source>
            <translation>Blocs de validation de {}</translation>
        </message>
    </context>
    <context>
        <name>Build</name>
        <message>
            <source>PyTorch is installed with support for Apple’s GPU.</source>
            <translation>PyTorch est installé avec la prise en charge du GPU d’Apple.</translation>
        </message>
        <message>
            <source>NVIDIA driver {} found: PyTorch is installed for the GPU.</source>
            <translation>Pilote NVIDIA {} trouvé : PyTorch est installé pour le GPU.</translation>
        </message>
        <message>
            <source>No NVIDIA driver found: PyTorch is installed for the CPU.</source>
            <translation>Aucun pilote NVIDIA trouvé : PyTorch est installé pour le CPU.</translation>
        </message>
        <message>
            <source>The NVIDIA GPU is too old for PyTorch, which is installed for the CPU.</source>
            <translation>Le GPU NVIDIA est trop ancien pour PyTorch, qui est installé pour le processeur.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {} is too old for PyTorch, which is installed for the CPU; with driver {} or newer, remove the environment and install it again.</source>
            <translation>Le pilote NVIDIA {} est trop ancien pour PyTorch, installé de ce fait pour le CPU ; dès que le pilote {} ou un plus récent est en place, supprimer l’environnement et le réinstaller.</translation>
        </message>
        <message>
            <source>Looking for a GPU</source>
            <translation>Recherche d’un GPU</translation>
        </message>
    </context>
    <context>
        <name>BuildingClicks</name>
        <message>
            <source>Click a building first.</source>
            <translation>Cliquer d’abord un bâtiment.</translation>
        </message>
        <message>
            <source>The worker is busy; the click waits.</source>
            <translation>Calcul en cours ; le clic attend.</translation>
        </message>
        <message>
            <source>Looking for the building…</source>
            <translation>Recherche du bâtiment…</translation>
        </message>
        <message>
            <source>No building was found here.</source>
            <translation>Aucun bâtiment n’a été trouvé ici.</translation>
        </message>
        <message>
            <source>{:,.0f} m², confidence {:.0%}</source>
            <translation>{:,.0f} m², confiance {:.0%}</translation>
        </message>
        <message>
            <source>A footprint to correct</source>
            <translation>Empreinte à corriger</translation>
        </message>
    </context>
    <context>
        <name>CheckAnswer</name>
        <message>
            <source>Checking: {}</source>
            <translation>Vérification : {}</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Options…</translation>
        </message>
        <message>
            <source>Buildings: {:,}, of which in validation blocks: {:,}</source>
            <translation>Bâtiments : {:,}, dont dans les blocs de validation : {:,}</translation>
        </message>
        <message>
            <source>Blocks: {} for training, {} for validation</source>
            <translation>Blocs : {} pour apprendre, {} pour valider</translation>
        </message>
        <message>
            <source>Buildings: {:,}</source>
            <translation>Bâtiments : {:,}</translation>
        </message>
        <message>
            <source>Takes {} on {}.</source>
            <translation>Durée : {} sur {}.</translation>
        </message>
    </context>
    <context>
        <name>ClickAction</name>
        <message>
            <source>Extract by click</source>
            <translation>Extraire par clic</translation>
        </message>
        <message>
            <source>Click buildings, or drag a rectangle around several</source>
            <translation>Cliquer des bâtiments, ou tracer un rectangle autour de plusieurs</translation>
        </message>
        <message>
            <source>Draw a polygon around several</source>
            <translation>Dessiner un polygone autour de plusieurs</translation>
        </message>
        <message>
            <source>Use the footprints as labels for fine-tuning…</source>
            <translation>Utiliser les empreintes pour l’affinage…</translation>
        </message>
    </context>
    <context>
        <name>ClickArea</name>
        <message>
            <source>The polygon has no area; draw it again.</source>
            <translation>Le polygone n’a pas de surface ; le dessiner à nouveau.</translation>
        </message>
        <message>
            <source>This place is outside the SAR layer “{}”; click on that layer, or choose another SAR layer on the page Extract.</source>
            <translation>Cet endroit est hors de la couche SAR « {} » ; cliquer sur cette couche, ou choisir une autre couche SAR à la page Extraire.</translation>
        </message>
    </context>
    <context>
        <name>ClickExtraction</name>
        <message>
            <source>Footprints by click</source>
            <translation>Empreintes par clic</translation>
        </message>
    </context>
    <context>
        <name>ClickResults</name>
        <message>
            <source>No building was found here.</source>
            <translation>Aucun bâtiment n’a été trouvé ici.</translation>
        </message>
        <message>
            <source>Footprints by click</source>
            <translation>Empreintes par clic</translation>
        </message>
        <message>
            <source>{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z undoes this.</source>
            <translation>{:,} ajoutées, {:,} remplacées, en {:.1f} s. Ctrl+Z les retire.</translation>
        </message>
        <message>
            <source>Building by click</source>
            <translation>Bâtiment par clic</translation>
        </message>
        <message>
            <source>Accepted in a review: not changed.</source>
            <translation>Acceptée lors de la révision : inchangée.</translation>
        </message>
        <message>
            <source>Corrected. Ctrl+Z undoes this.</source>
            <translation>Corrigée. Ctrl+Z annule.</translation>
        </message>
        <message>
            <source>Added, {:,} replaced. Ctrl+Z undoes this.</source>
            <translation>Ajoutée, {:,} remplacées. Ctrl+Z annule.</translation>
        </message>
        <message>
            <source>Added. Ctrl+Z undoes this.</source>
            <translation>Ajoutée. Ctrl+Z annule.</translation>
        </message>
        <message>
            <source>The footprints cannot be transformed to the coordinate system of the layer “{}”; remove that layer and click again.</source>
            <translation>Les empreintes ne peuvent pas être transformées dans le système de coordonnées de la couche « {} » ; supprimer cette couche et cliquer à nouveau.</translation>
        </message>
        <message>
            <source>by_click_{}</source>
            <translation>par_clic_{}</translation>
        </message>
    </context>
    <context>
        <name>Clicks</name>
        <message>
            <source>This place cannot be transformed to the SAR layer’s coordinate system; click on the SAR layer.</source>
            <translation>Cet endroit ne peut pas être transformé dans le système de coordonnées de la couche SAR ; cliquer sur la couche SAR.</translation>
        </message>
        <message>
            <source>The layer “{}” has a filter that hides footprints; clear it and click again.</source>
            <translation>La couche « {} » a un filtre qui cache des empreintes ; l’effacer et cliquer à nouveau.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited; remove it and click again.</source>
            <translation>La couche « {} » ne peut pas être modifiée ; la retirer et cliquer à nouveau.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Zone de référence</translation>
        </message>
        <message>
            <source>The footprints cannot be written ({}); choose another folder to save to: {}</source>
            <translation>Les empreintes ne peuvent pas être écrites ({}) ; choisir un autre dossier d’enregistrement : {}</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>F1 {:.2f}, precision {:.2f}, recall {:.2f} at an IoU of {:g}</source>
            <translation>F1 {:.2f}, précision {:.2f}, rappel {:.2f} pour un IoU de {:g}</translation>
        </message>
        <message>
            <source>{:,} polygons, {:,} in the reference</source>
            <translation>{:,} polygones, {:,} dans la référence</translation>
        </message>
        <message>
            <source>{:,} matched, {:,} changed, {:,} new, {:,} missing</source>
            <translation>{:,} appariés, {:,} modifiés, {:,} nouveaux, {:,} manquants</translation>
        </message>
        <message>
            <source>{:,} merged (on several of the reference), {:,} of the reference split</source>
            <translation>{:,} fusionnés (sur plusieurs de la référence), {:,} de la référence divisés</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {:.2f}, median shift {:.1f} m, median offset {:+.1f} m east, {:+.1f} m north</source>
            <translation>De ceux présents dans les deux : IoU moyen {:.2f}, déplacement médian {:.1f} m, décalage médian {:+.1f} m vers l’est, {:+.1f} m vers le nord</translation>
        </message>
        <message>
            <source>Area: everything</source>
            <translation>Zone : tout</translation>
        </message>
        <message>
            <source>Area: limited</source>
            <translation>Zone : limitée</translation>
        </message>
        <message>
            <source>Layer: {}</source>
            <translation>Couche : {}</translation>
        </message>
        <message>
            <source>Reference: {}</source>
            <translation>Référence : {}</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Compare footprints</source>
            <translation>Comparer les empreintes</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map</source>
            <translation>La couche à vérifier, ou la carte la plus récente</translation>
        </message>
        <message>
            <source>Choose a layer…</source>
            <translation>Choisir une couche…</translation>
        </message>
        <message>
            <source>The known buildings, or the older map</source>
            <translation>Les bâtiments connus, ou la carte la plus ancienne</translation>
        </message>
        <message>
            <source>Polygons that both layers cover</source>
            <translation>Polygones que les deux couches couvrent</translation>
        </message>
        <message>
            <source>Least intersection over union at which two polygons count as the same building</source>
            <translation>Plus petite intersection sur union pour laquelle deux polygones comptent comme le même bâtiment</translation>
        </message>
        <message>
            <source>Intersection over union below which a building that is in both counts as changed</source>
            <translation>Intersection sur union en dessous de laquelle un bâtiment présent dans les deux compte comme modifié</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Distance between the centroids beyond which a building that is in both counts as changed</source>
            <translation>Distance entre les centroïdes au-delà de laquelle un bâtiment présent dans les deux compte comme modifié</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Comparer</translation>
        </message>
        <message>
            <source>Cl&amp;ose</source>
            <translation>&amp;Fermer</translation>
        </message>
        <message>
            <source>&amp;Layer</source>
            <translation>C&amp;ouche</translation>
        </message>
        <message>
            <source>&amp;Reference</source>
            <translation>&amp;Référence</translation>
        </message>
        <message>
            <source>&amp;Area</source>
            <translation>&amp;Zone</translation>
        </message>
        <message>
            <source>&amp;Same from an IoU of</source>
            <translation>&amp;Identique à partir d’un IoU de</translation>
        </message>
        <message>
            <source>Changed &amp;below an IoU of</source>
            <translation>&amp;Modifié en dessous d’un IoU de</translation>
        </message>
        <message>
            <source>or if &amp;moved by more than</source>
            <translation>ou si &amp;déplacé de plus de</translation>
        </message>
        <message>
            <source>Save &amp;to</source>
            <translation>Enregistrer &amp;sous</translation>
        </message>
        <message>
            <source>Where it was extracted</source>
            <translation>Là où l’extraction a eu lieu</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <source>Choose two different polygon layers.</source>
            <translation>Choisissez deux couches de polygones différentes.</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>Écraser le résultat précédent ?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>Écraser ?</translation>
        </message>
        <message>
            <source>Can&amp;cel</source>
            <translation>A&amp;nnuler</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source>{} compared with {}</source>
            <translation>{} comparé à {}</translation>
        </message>
        <message>
            <source>Reading the layers</source>
            <translation>Lecture des couches</translation>
        </message>
        <message>
            <source>The comparison is ready, but not on the map, because another project was opened: {}</source>
            <translation>La comparaison est prête, mais elle n’est pas sur la carte, car un autre projet a été ouvert : {}</translation>
        </message>
    </context>
    <context>
        <name>Connection</name>
        <message>
            <source>crash, signal {}</source>
            <translation>plantage, signal {}</translation>
        </message>
        <message>
            <source>exit code {}</source>
            <translation>code de sortie {}</translation>
        </message>
    </context>
    <context>
        <name>Core</name>
        <message>
            <source>Trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Entraîné sur des scènes simulées : l’affiner sur votre propre zone avant de vous y fier.</translation>
        </message>
        <message>
            <source>Trained on scenes of your own; check its figures before you rely on it.</source>
            <translation>Entraîné sur vos propres scènes ; vérifier ses chiffres avant de vous y fier.</translation>
        </message>
        <message>
            <source>Fine-tuned on “{}”, an area of your own; its figures may not apply elsewhere.</source>
            <translation>Affiné sur « {} », une zone à vous ; ses chiffres peuvent ne pas être valables ailleurs.</translation>
        </message>
        <message>
            <source>It learnt what its base predicts with an optical image, without drawn labels: use it for SAR alone; with an optical layer, its base is the better choice.</source>
            <translation>Il a appris ce que son modèle de base prédit avec une image optique, sans références dessinées : l’utiliser avec le SAR seul ; avec une couche optique, son modèle de base est le meilleur choix.</translation>
        </message>
        <message>
            <source>It learnt from SAR alone: with an optical layer, its base is the better choice.</source>
            <translation>Il a appris avec le SAR seul : avec une couche optique, son modèle de base est le meilleur choix.</translation>
        </message>
        <message>
            <source>It is a copy of its base: the trained weights were not better by more than chance.</source>
            <translation>C’est une copie de sa base : les poids entraînés n’étaient pas meilleurs au-delà du hasard.</translation>
        </message>
        <message>
            <source>--part and --scheduler are given; choose one of them.</source>
            <translation>--part et --scheduler sont tous deux donnés ; choisir l’un d’eux.</translation>
        </message>
        <message>
            <source>--all-pixels needs --part; leave it out, or add --part I/N.</source>
            <translation>--all-pixels demande --part ; l’omettre, ou ajouter --part I/N.</translation>
        </message>
        <message>
            <source>--parts needs --scheduler; leave it out, or use --part I/N.</source>
            <translation>--parts demande --scheduler ; l’omettre, ou utiliser --part I/N.</translation>
        </message>
        <message>
            <source>--probability does not go with --part; give it to join.</source>
            <translation>--probability ne va pas avec --part ; le donner à join.</translation>
        </message>
        <message>
            <source>{option} has an odd number of coordinates; give x and y of each point.</source>
            <translation>{option} a un nombre impair de coordonnées ; donner x et y de chaque point.</translation>
        </message>
        <message>
            <source>{names} cannot be combined with the other options; see train --help.</source>
            <translation>{names} ne peut pas être combiné avec les autres options ; voir train --help.</translation>
        </message>
        <message>
            <source>--preset is given with --base, which has its own; leave out one of them.</source>
            <translation>--preset est donné avec --base, qui a le sien ; omettre l’un des deux.</translation>
        </message>
        <message>
            <source>There are no labels to train on; give a file of building polygons with --labels, or --labels {optical}.</source>
            <translation>Il n’y a pas de références pour l’entraînement ; donner un fichier de polygones de bâtiments avec --labels, ou --labels {optical}.</translation>
        </message>
        <message>
            <source>The file has no building where the SAR layer is valid inside the labelled area; choose labels and an area of this scene: {name}</source>
            <translation>Le fichier n’a aucun bâtiment là où la couche SAR est valide dans la zone de référence ; choisir des références et une zone de cette scène : {name}</translation>
        </message>
        <message>
            <source>The labelled area takes {width} x {height} pixels of {pixel_size_m:g} m, more than can be trained on at a time ({limit:.0f} million); choose a smaller area.</source>
            <translation>La zone de référence prend {width} x {height} pixels de {pixel_size_m:g} m, plus qu’on ne peut en utiliser à la fois pour l’entraînement ({limit:.0f} millions) ; choisir une zone plus petite.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of building polygons: {name}</source>
            <translation>Le fichier n’a pas de polygones ; choisir une couche de polygones de bâtiments : {name}</translation>
        </message>
        <message>
            <source>The file lists no scenes; prepare the scenes with fewer folds: {path}</source>
            <translation>Le fichier ne cite aucune scène ; préparer les scènes avec moins de partitions : {path}</translation>
        </message>
        <message>
            <source>The scenes of {path} have pixels of {prepared_m:g} m, not {pixel_size_m:g} m; train with --pixel-size {prepared_m:g}.</source>
            <translation>Les scènes de {path} ont des pixels de {prepared_m:g} m, et non de {pixel_size_m:g} m ; entraîner avec --pixel-size {prepared_m:g}.</translation>
        </message>
        <message>
            <source>The scenes need {needed:.0f} GB and the disk has {free:.0f} GB free; choose a folder on a larger disk.</source>
            <translation>Les scènes demandent {needed:.0f} Go et le disque a {free:.0f} Go libres ; choisir un dossier sur un disque plus grand.</translation>
        </message>
        <message>
            <source>There is no scene {name} in the store; prepare the scenes again.</source>
            <translation>La scène {name} n’est pas parmi celles qui sont préparées ; préparer à nouveau les scènes.</translation>
        </message>
        <message>
            <source>The file is not a list of prepared scenes ({reason}); give one that was written with the scenes: {path}</source>
            <translation>Le fichier n’est pas une liste de scènes préparées ({reason}) ; en donner une qui a été écrite avec les scènes : {path}</translation>
        </message>
        <message>
            <source>The folder has no prepared scenes ({reason}); prepare them again: {folder}</source>
            <translation>Le dossier n’a pas de scènes préparées ({reason}) ; les préparer à nouveau : {folder}</translation>
        </message>
        <message>
            <source>Scene {name}: {warning}</source>
            <translation>Scène {name} : {warning}</translation>
        </message>
        <message>
            <source>The folder is not a scene: it has no {name}; give folders with sar.tif, buildings.geojson and, optionally, optical.tif: {folder}</source>
            <translation>Le dossier n’est pas une scène : il n’a pas de {name} ; donner des dossiers avec sar.tif, buildings.geojson et, au besoin, optical.tif : {folder}</translation>
        </message>
        <message>
            <source>The folder has no SAR_orientations.txt; unpack the training data again: {folder}</source>
            <translation>Le dossier n’a pas de SAR_orientations.txt ; extraire à nouveau les données d’entraînement : {folder}</translation>
        </message>
        <message>
            <source>The folder has no tile in SAR-Intensity; give the folder {folder_name} of the training data: {root}</source>
            <translation>Le dossier n’a pas de tuile dans SAR-Intensity ; donner le dossier {folder_name} des données d’entraînement : {root}</translation>
        </message>
        <message>
            <source>The orientation of the strip of {sar} is not listed in {folder}; remove the file or unpack the training data again.</source>
            <translation>L’orientation de la bande de {sar} ne figure pas dans {folder} ; supprimer le fichier ou extraire à nouveau les données d’entraînement.</translation>
        </message>
        <message>
            <source>The file has {width} x {height} pixels where other tiles have {first_width} x {first_height}; unpack the training data again: {sar}</source>
            <translation>Le fichier a {width} x {height} pixels alors que d’autres tuiles en ont {first_width} x {first_height} ; extraire à nouveau les données d’entraînement : {sar}</translation>
        </message>
        <message>
            <source>The file is not a summary of SpaceNet 6 ({reason}); unpack it again: {path}</source>
            <translation>Le fichier n’est pas un récapitulatif de SpaceNet 6 ({reason}) ; l’extraire à nouveau : {path}</translation>
        </message>
        <message>
            <source>The file is not north-up with pixels of {size} m, as SpaceNet 6 is; unpack the training data again: {path}</source>
            <translation>Le fichier n’est pas orienté au nord avec des pixels de {size} m comme SpaceNet 6 ; extraire à nouveau les données d’entraînement : {path}</translation>
        </message>
        <message>
            <source>The file has {bands} bands instead of {count}; unpack the training data again: {path}</source>
            <translation>Le fichier a {bands} bandes au lieu de {count} ; extraire à nouveau les données d’entraînement : {path}</translation>
        </message>
        <message>
            <source>{folds} folds are too few to train, validate and test; give 3 or more.</source>
            <translation>{folds} partitions sont trop peu pour entraîner, valider et tester ; en donner 3 ou plus.</translation>
        </message>
        <message>
            <source>The images cover {extent:.0f} m, too little for {folds} folds with guard bands of {guard_m:g} m; give fewer folds or a narrower band.</source>
            <translation>Les images couvrent {extent:.0f} m, trop peu pour {folds} partitions avec des bandes de garde de {guard_m:g} m ; donner moins de partitions ou une bande plus étroite.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a file of polygons: {path}</source>
            <translation>Le fichier n’a pas de polygones ; choisir un fichier de polygones : {path}</translation>
        </message>
        <message>
            <source>The coordinates are not degrees, but the coordinate system is; assign the right one: {name}.</source>
            <translation>Les coordonnées ne sont pas en degrés, mais le système de coordonnées l’est ; attribuer le bon : {name}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of both layers.</source>
            <translation>Des coordonnées sont hors du domaine de leur système de coordonnées ; vérifier le système de coordonnées des deux couches.</translation>
        </message>
        <message>
            <source>The layers are outside the area or the probability file; choose others of this place.</source>
            <translation>Les couches sont hors de la zone ou du fichier de probabilités ; en choisir d’autres de ce lieu.</translation>
        </message>
        <message>
            <source>Polygons outside the range of the coordinate system are left out: {count} of {what}.</source>
            <translation>Les polygones hors du domaine du système de coordonnées sont laissés de côté : {count} ({what}).</translation>
        </message>
        <message>
            <source>The coordinate system is local or of another planet; assign the layer the right one: {crs}.</source>
            <translation>Le système de coordonnées est local ou celui d’une autre planète ; attribuer le bon à la couche : {crs}.</translation>
        </message>
        <message>
            <source>Some polygons are outside the range of their coordinate system; assign the layer the right one.</source>
            <translation>Des polygones sont hors du domaine de leur système de coordonnées ; attribuer le bon à la couche.</translation>
        </message>
        <message>
            <source>Reading GeoParquet needs the Python package pyarrow; install it, or convert the file to a GeoPackage: {path}</source>
            <translation>La lecture de GeoParquet nécessite le paquet Python pyarrow ; installez-le, ou convertissez le fichier en GeoPackage : {path}</translation>
        </message>
        <message>
            <source>The file is not GeoParquet that can be read; choose another: {path}</source>
            <translation>Le fichier n’est pas un GeoParquet lisible ; choisissez-en un autre : {path}</translation>
        </message>
        <message>
            <source>The geometries are not stored as WKB; convert the file to a GeoPackage: {path}</source>
            <translation>Les géométries ne sont pas enregistrées en WKB ; convertissez le fichier en GeoPackage : {path}</translation>
        </message>
        <message>
            <source>The footprints of a part are damaged or of another version; delete them, or compute them again: {path}</source>
            <translation>Les empreintes d’une partie sont endommagées ou d’une autre version ; les supprimer, ou les calculer à nouveau : {path}</translation>
        </message>
        <message>
            <source>Polygons that cross themselves or are otherwise invalid were repaired ({count}); check them if they matter.</source>
            <translation>Des polygones qui se croisent ou sont non valides pour une autre raison ont été réparés ({count}) ; les vérifier s’ils sont importants.</translation>
        </message>
        <message>
            <source>Features without a polygon: {skipped} of {count} in {name}.</source>
            <translation>Entités sans polygone : {skipped} sur {count} dans {name}.</translation>
        </message>
        <message>
            <source>No coordinate system, but coordinates in degrees; assign the coordinate system: {path}.</source>
            <translation>Pas de système de coordonnées, mais des coordonnées en degrés ; attribuer le système de coordonnées : {path}.</translation>
        </message>
        <message>
            <source>The file is not a vector file that can be read; choose a file of polygons: {path}</source>
            <translation>Le fichier n’est pas un fichier vectoriel lisible ; choisir un fichier de polygones : {path}</translation>
        </message>
        <message>
            <source>A file of the shapefile is missing, {index}; copy it next to this one: {path}</source>
            <translation>Il manque un fichier du shapefile, {index} ; le copier à côté de celui-ci : {path}</translation>
        </message>
        <message>
            <source>The archive contains several layers ({layers}); unpack it and choose one of its files: {path}</source>
            <translation>L’archive contient plusieurs couches ({layers}) ; la décompresser et choisir un de ses fichiers : {path}</translation>
        </message>
        <message>
            <source>The file does not exist; choose a file of polygons: {path}</source>
            <translation>Le fichier n’existe pas ; choisir un fichier de polygones : {path}</translation>
        </message>
        <message>
            <source>The text is not UTF-8, so letters with accents may be wrong: {name}.</source>
            <translation>Le texte n’est pas en UTF-8, les lettres accentuées peuvent donc être fausses : {name}.</translation>
        </message>
        <message>
            <source>Dates that do not exist are left out ({count}): {name}.</source>
            <translation>Les dates qui n’existent pas sont omises ({count}) : {name}.</translation>
        </message>
        <message>
            <source>There is no layer {wanted}; choose one of its layers, {names}: {path}.</source>
            <translation>Il n’y a pas de couche {wanted} ; choisir l’une de ses couches, {names} : {path}.</translation>
        </message>
        <message>
            <source>There are several layers; choose one as PATH{separator}NAME, where NAME is one of {layers}: {path}.</source>
            <translation>Il y a plusieurs couches ; en choisir une sous la forme PATH{separator}NAME, avec l’un de ces noms, {layers} : {path}.</translation>
        </message>
        <message>
            <source>The coordinate system in the file is damaged; assign it again: {path}.</source>
            <translation>Le système de coordonnées du fichier est endommagé ; l’attribuer à nouveau : {path}.</translation>
        </message>
        <message>
            <source>Two fields are called {name}; the second is now {unique}: {path}.</source>
            <translation>Deux champs s’appellent {name} ; le second est maintenant {unique} : {path}.</translation>
        </message>
        <message>
            <source>A GeoPackage holds at most {most:,} fields; choose .fgb or .parquet, or remove some of the {count:,}.</source>
            <translation>Un GeoPackage contient au plus {most:,} champs ; choisir .fgb ou .parquet, ou supprimer une partie des {count:,}.</translation>
        </message>
        <message>
            <source>GeoJSON cannot store this coordinate system; choose .gpkg or .fgb: {crs}.</source>
            <translation>GeoJSON ne peut pas enregistrer ce système de coordonnées ; choisir .gpkg ou .fgb : {crs}.</translation>
        </message>
        <message>
            <source>{field} must be one of {allowed}, not {value}.</source>
            <translation>{field} doit être l’un de {allowed}, et non {value}.</translation>
        </message>
        <message>
            <source>{field} must be between 0 and 1, not {value}.</source>
            <translation>{field} doit être entre 0 et 1, et non {value}.</translation>
        </message>
        <message>
            <source>{field} must be at least {least:g}, not {value}.</source>
            <translation>{field} doit être au moins {least:g}, et non {value}.</translation>
        </message>
        <message>
            <source>{field} must be more than {bound:g}, not {value}.</source>
            <translation>{field} doit être supérieur à {bound:g}, et non {value}.</translation>
        </message>
        <message>
            <source>{field} must be a finite number, not {value}.</source>
            <translation>{field} doit être un nombre fini et non {value}.</translation>
        </message>
        <message>
            <source>{field} must be at most {most:,}, not {value}.</source>
            <translation>{field} doit être au plus {most:,}, pas {value}.</translation>
        </message>
        <message>
            <source>A style is given for the city of a file; leave out the style or the file: {city}</source>
            <translation>Un style est donné pour la ville d’un fichier ; omettre le style ou le fichier : {city}</translation>
        </message>
        <message>
            <source>polarisations must name at least one.</source>
            <translation>polarisations doit en citer au moins une.</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>accès refusé</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>opération non permise</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>fichier ou dossier introuvable</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>le fichier existe déjà</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>n’est pas un dossier</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>est un dossier</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>nom de fichier trop long</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>fichier trop volumineux</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>système de fichiers en lecture seule</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>périphérique ou fichier occupé</translation>
        </message>
        <message>
            <source>Text file busy</source>
            <translation>fichier de programme utilisé</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>dossier non vide</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>erreur d’entrée/sortie</translation>
        </message>
        <message>
            <source>Invalid argument</source>
            <translation>argument non valide</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>trop de fichiers ouverts</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Trop de niveaux de liens symboliques</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>accès au fichier périmé</translation>
        </message>
        <message>
            <source>The training has diverged: its loss or its weights are not finite; lower the learning rate or the weights of the loss, and start again.</source>
            <translation>L’entraînement a divergé : sa perte ou ses poids ne sont pas finis ; réduire le taux d’apprentissage ou les poids de la perte, et recommencer.</translation>
        </message>
        <message>
            <source>part must be between 1 and {parts}.</source>
            <translation>part doit être entre 1 et {parts}.</translation>
        </message>
        <message>
            <source>parts must name at least one file.</source>
            <translation>parts doit citer au moins un fichier.</translation>
        </message>
        <message>
            <source>scheduler must be an address, or local:N.</source>
            <translation>scheduler doit être une adresse, ou local:N.</translation>
        </message>
        <message>
            <source>inside must have at least one point.</source>
            <translation>inside doit avoir au moins un point.</translation>
        </message>
        <message>
            <source>The point {x}, {y} is not finite.</source>
            <translation>Le point {x}, {y} n’est pas fini.</translation>
        </message>
        <message>
            <source>label of a raster in another file</source>
            <translation>description d’un raster qui est dans un autre fichier</translation>
        </message>
        <message>
            <source>coordinate system at an address</source>
            <translation>système de coordonnées à une adresse</translation>
        </message>
        <message>
            <source>tables in other files</source>
            <translation>tables dans d’autres fichiers</translation>
        </message>
        <message>
            <source>web map</source>
            <translation>carte web</translation>
        </message>
        <message>
            <source>web coverage</source>
            <translation>couverture web</translation>
        </message>
        <message>
            <source>web feature service</source>
            <translation>service web d’entités</translation>
        </message>
        <message>
            <source>web service</source>
            <translation>service web</translation>
        </message>
        <message>
            <source>tile index</source>
            <translation>index de tuiles</translation>
        </message>
        <message>
            <source>cache of another raster</source>
            <translation>cache d’un autre raster</translation>
        </message>
        <message>
            <source>GDAL pipeline</source>
            <translation>chaîne de traitement GDAL</translation>
        </message>
        <message>
            <source>file with foreign overviews</source>
            <translation>fichier avec des aperçus étrangers</translation>
        </message>
        <message>
            <source>The view {view} of the file takes too long or never ends; remove it, or save the layer that you need as a new file: {path}</source>
            <translation>La vue {view} du fichier dure trop longtemps ou ne finit jamais ; la supprimer, ou enregistrer la couche voulue dans un nouveau fichier : {path}</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written ({reason}); choose another one.</source>
            <translation>Le dossier {folder} ne peut pas être écrit ({reason}) ; en choisir un autre.</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it or choose another name: {out}</source>
            <translation>La sortie ne peut pas être remplacée ({reason}) ; fermer ce qui l’utilise ou choisir un autre nom : {out}</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it, and find the new result in {kept}: {out}</source>
            <translation>La sortie ne peut pas être remplacée ({reason}) ; fermer ce qui l’utilise, et trouver le nouveau résultat dans {kept} : {out}</translation>
        </message>
        <message>
            <source>The disk of {folder} is full; free some space and start again.</source>
            <translation>Le disque de {folder} est plein ; libérer de la place et recommencer.</translation>
        </message>
        <message>
            <source>its name or that of the output is not UTF-8</source>
            <translation>son nom ou celui du résultat n’est pas en UTF-8</translation>
        </message>
        <message>
            <source>The output has several files, of which one exists ({name}); choose another name: {out}</source>
            <translation>Le résultat a plusieurs fichiers, dont l’un existe ({name}) ; choisir un autre nom : {out}</translation>
        </message>
        <message>
            <source>Another run is writing this output; wait until it has finished, or delete {name} if there is none: {out}</source>
            <translation>Un autre calcul écrit ce résultat ; attendre qu’il soit terminé, ou supprimer {name} s’il n’y en a pas : {out}</translation>
        </message>
        <message>
            <source>it is open in another program</source>
            <translation>il est ouvert dans un autre programme</translation>
        </message>
        <message>
            <source>it was changed by another program</source>
            <translation>il a été modifié par un autre programme</translation>
        </message>
        <message>
            <source>The model has no {weights}; delete it or import it again: {model}.</source>
            <translation>Le modèle n’a pas de {weights} ; le supprimer ou l’importer à nouveau : {model}.</translation>
        </message>
        <message>
            <source>A model’s name must have 1 to {longest} characters; choose another.</source>
            <translation>Le nom d’un modèle doit avoir de 1 à {longest} caractères ; en choisir un autre.</translation>
        </message>
        <message>
            <source>Another model has this name; choose another: {title}</source>
            <translation>Un autre modèle porte ce nom ; en choisir un autre : {title}</translation>
        </message>
        <message>
            <source>The file belongs to the model itself; choose another name: {path}</source>
            <translation>Le fichier appartient au modèle lui-même ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The file is not the zip of one model ({count} files {manifest} at its top); choose one that was made with Export: {path}</source>
            <translation>Le fichier n’est pas le zip d’un seul modèle ({count} fichiers {manifest} au premier niveau) ; en choisir un fait avec Exporter : {path}</translation>
        </message>
        <message>
            <source>The weights do not match the manifest of the model (wrong sha-256); get a new copy: {model}.</source>
            <translation>Les poids ne correspondent pas au manifeste du modèle (sha-256 incorrect) ; obtenir une nouvelle copie : {model}.</translation>
        </message>
        <message>
            <source>The model {folder} cannot be deleted ({reason}); close what uses its files and try again.</source>
            <translation>Le modèle {folder} ne peut pas être supprimé ({reason}) ; fermer ce qui utilise ses fichiers et réessayer.</translation>
        </message>
        <message>
            <source>The file cannot be unpacked ({reason}); it is damaged or not a zip of a model: get a new copy: {path}</source>
            <translation>Le fichier ne peut pas être extrait ({reason}) ; il est endommagé ou n’est pas le zip d’un modèle : obtenir une nouvelle copie : {path}</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose the zip of a model: {path}</source>
            <translation>Le fichier ne peut pas être lu ({reason}) ; choisir le zip d’un modèle : {path}</translation>
        </message>
        <message>
            <source>The file is not a zip that was made with Export (compression method {method}); get a new copy: {path}</source>
            <translation>Le fichier n’est pas un zip fait avec Exporter (méthode de compression {method}) ; obtenir une nouvelle copie : {path}</translation>
        </message>
        <message>
            <source>The file is not a model: its {name} would unpack to {size:,} bytes; do not use this file: {path}</source>
            <translation>Le fichier n’est pas un modèle : son {name} ferait {size:,} octets une fois extrait ; ne pas utiliser ce fichier : {path}</translation>
        </message>
        <message>
            <source>The weights of the model cannot be read; get a new copy: {model}.</source>
            <translation>Les poids du modèle ne peuvent pas être lus ; obtenir une nouvelle copie : {model}.</translation>
        </message>
        <message>
            <source>The blocks in the zip are not GeoJSON; do not use this file: {path}.</source>
            <translation>Les blocs du zip ne sont pas du GeoJSON ; ne pas utiliser ce fichier : {path}.</translation>
        </message>
        <message>
            <source>The model needs a network {preset} that this version does not have; update the plugin or choose another model: {model}.</source>
            <translation>Le modèle demande un réseau {preset} que cette version n’a pas ; mettre à jour l’extension ou choisir un autre modèle : {model}.</translation>
        </message>
        <message>
            <source>The model is of a format that this version does not know; update the plugin or choose another model: {model}.</source>
            <translation>Le modèle est d’un format que cette version ne connaît pas ; mettre à jour l’extension ou choisir un autre modèle : {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read (more than {levels} levels); choose another model: {model}.</source>
            <translation>Le manifeste du modèle ne peut pas être lu (plus de {levels} niveaux) ; choisir un autre modèle : {model}.</translation>
        </message>
        <message>
            <source>it is of type {kind}</source>
            <translation>de type {kind}</translation>
        </message>
        <message>
            <source>it is not a SHA-256</source>
            <translation>pas un SHA-256</translation>
        </message>
        <message>
            <source>a version is not a text</source>
            <translation>une version n’est pas un texte</translation>
        </message>
        <message>
            <source>The manifest of the model is incomplete ({reason}); install the model again: {model}.</source>
            <translation>Le manifeste du modèle est incomplet ({reason}) ; installer à nouveau le modèle : {model}.</translation>
        </message>
        <message>
            <source>The model has no valid {name} ({problem}); choose another model: {model}.</source>
            <translation>Le modèle n’a pas de {name} valide ({problem}) ; choisir un autre modèle : {model}.</translation>
        </message>
        <message>
            <source>The folder is not a model: it has no {manifest}; choose a model folder: {model}.</source>
            <translation>Le dossier n’est pas un modèle : il n’a pas de {manifest} ; choisir le dossier d’un modèle : {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read ({reason}); install the model again: {model}.</source>
            <translation>Le manifeste du modèle ne peut pas être lu ({reason}) ; installer à nouveau le modèle : {model}.</translation>
        </message>
        <message>
            <source>{value} is not between {low:g} and {high:g}</source>
            <translation>{value} n’est pas entre {low:g} et {high:g}</translation>
        </message>
        <message>
            <source>it has {count:,} characters, more than {most:,}</source>
            <translation>{count:,} caractères, plus de {most:,}</translation>
        </message>
        <message>
            <source>it has control characters</source>
            <translation>contient des caractères de contrôle</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>il est vide</translation>
        </message>
        <message>
            <source>The model does not exist; choose another model: {model}.</source>
            <translation>Le modèle n’existe pas ; choisir un autre modèle : {model}.</translation>
        </message>
        <message>
            <source>There are no scenes to train on: name at least one folder with sar.tif.</source>
            <translation>Il n’y a pas de scènes pour l’entraînement : citer au moins un dossier avec sar.tif.</translation>
        </message>
        <message>
            <source>imagenet is given with a base, which has weights; leave out one of them: {path}</source>
            <translation>imagenet est donné avec un modèle de base, qui a déjà des poids ; omettre l’un des deux : {path}</translation>
        </message>
        <message>
            <source>frozen_teacher keeps the OPT branch of a base; give a base too.</source>
            <translation>frozen_teacher conserve la branche OPT d’un modèle de base ; donner aussi un modèle de base.</translation>
        </message>
        <message>
            <source>There is no optical image to take labels from; choose an optical layer, or labels that are drawn.</source>
            <translation>Il n’y a pas d’image optique d’où tirer des références ; choisir une couche optique, ou des références dessinées.</translation>
        </message>
        <message>
            <source>Labels from optical cannot be partial; leave labels_quality at {complete}.</source>
            <translation>Des références tirées de l’optique ne peuvent pas être incomplètes (« partial ») ; laisser labels_quality à {complete}.</translation>
        </message>
        <message>
            <source>Corrections need labels from optical, which they correct; leave them out, or take the labels from optical.</source>
            <translation>Les corrections corrigent des références tirées de l’optique ; les retirer, ou tirer les références de l’optique.</translation>
        </message>
        <message>
            <source>The path is a device or a pipe; choose a file: {path}</source>
            <translation>Le chemin est un périphérique ou un tube ; choisir un fichier : {path}</translation>
        </message>
        <message>
            <source>There is a device or a pipe next to the input; move it to another folder: {path}</source>
            <translation>Il y a un périphérique ou un tube à côté de l’entrée ; le déplacer dans un autre dossier : {path}</translation>
        </message>
        <message>
            <source>The source must have 1 to {most} printable characters, not {value}.</source>
            <translation>La source doit avoir de 1 à {most} caractères imprimables, pas {value}.</translation>
        </message>
        <message>
            <source>{field} must be an object, not {kind}.</source>
            <translation>{field} doit être un objet, et non {kind}.</translation>
        </message>
        <message>
            <source>{field} has no field {key}.</source>
            <translation>{field} n’a pas de champ {key}.</translation>
        </message>
        <message>
            <source>{field} must be of type {wanted}, not {kind}.</source>
            <translation>{field} doit être de type {wanted}, et non {kind}.</translation>
        </message>
        <message>
            <source>{field} has no value for {key}.</source>
            <translation>{field} n’a pas de valeur pour {key}.</translation>
        </message>
        <message>
            <source>{field} must be a list, not {kind}.</source>
            <translation>{field} doit être une liste, et non {kind}.</translation>
        </message>
        <message>
            <source>{field} must have {count} values, not {given}.</source>
            <translation>{field} doit avoir {count} valeurs, et non {given}.</translation>
        </message>
        <message>
            <source>{field} is too large.</source>
            <translation>{field} est trop grand.</translation>
        </message>
        <message>
            <source>in Settings &gt; Options &gt; CMH-CL</source>
            <translation>dans Préférences &gt; Options &gt; CMH-CL</translation>
        </message>
        <message>
            <source>The file refers to other data ({kind}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Le fichier renvoie à d’autres données ({kind}) ; l’enregistrer en GeoTIFF ou en GeoPackage, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to virtual files that refer to others; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Le fichier virtuel renvoie à des fichiers virtuels qui renvoient à d’autres ; l’enregistrer en GeoTIFF ou en GeoPackage, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>A connection of GDAL is given instead of a file on this computer; save its content as a file, or allow references {setting}: {text}</source>
            <translation>Une connexion de GDAL est donnée au lieu d’un fichier de cet ordinateur ; enregistrer son contenu dans un fichier, ou autoriser les renvois {setting} : {text}</translation>
        </message>
        <message>
            <source>A file next to the raster refers to other data; remove it, or allow references {setting}: {path}.</source>
            <translation>Un fichier à côté du raster renvoie à d’autres données ; le supprimer, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>The virtual file cannot be checked ({reason}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Le fichier virtuel ne peut pas être vérifié ({reason}) ; l’enregistrer en GeoTIFF ou en GeoPackage, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is no file on this computer; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Le fichier virtuel renvoie à {source}, qui n’est pas un fichier de cet ordinateur ; l’enregistrer en GeoTIFF ou en GeoPackage, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is outside its folder; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Le fichier virtuel renvoie à {source}, qui est hors de son dossier ; l’enregistrer en GeoTIFF ou en GeoPackage, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is not of a format that is read from there; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Le fichier virtuel renvoie à {source}, dont le format n’est pas lu depuis un tel fichier ; l’enregistrer en GeoTIFF ou en GeoPackage, ou autoriser les renvois {setting} : {path}.</translation>
        </message>
        <message>
            <source>warped virtual raster</source>
            <translation>raster virtuel avec déformation</translation>
        </message>
        <message>
            <source>Two bands have the same polarisation ({names}); choose a different one for each.</source>
            <translation>Deux bandes ont la même polarisation ({names}) ; en choisir une différente pour chacune.</translation>
        </message>
        <message>
            <source>sar must name at least one raster file.</source>
            <translation>sar doit citer au moins un fichier raster.</translation>
        </message>
        <message>
            <source>optical_crs is given without an optical image; leave it out, or give the image.</source>
            <translation>optical_crs est donné sans image optique ; l’omettre, ou donner l’image.</translation>
        </message>
        <message>
            <source>crop must be a multiple of {stride} pixels, not {crop}.</source>
            <translation>crop doit être un multiple de {stride} pixels, et non {crop}.</translation>
        </message>
        <message>
            <source>The points are too far apart for one building; click points that are at most {reach:.0f} m apart.</source>
            <translation>Les points sont trop éloignés pour un seul bâtiment ; cliquer des points distants d’au plus {reach:.0f} m.</translation>
        </message>
        <message>
            <source>The point {x:g}, {y:g} is outside the SAR layer; click on the layer: {path}.</source>
            <translation>Le point {x:g}, {y:g} est hors de la couche SAR ; cliquer sur la couche : {path}.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU found</source>
            <translation>pas de GPU NVIDIA trouvé</translation>
        </message>
        <message>
            <source>This build of PyTorch has no code for the {gpu}; choose auto or cpu.</source>
            <translation>Cette version compilée de PyTorch n’a pas de code pour la carte {gpu} ; choisir auto ou cpu.</translation>
        </message>
        <message>
            <source>This machine has no {wanted} device; choose auto or cpu.</source>
            <translation>Cette machine n’a pas de périphérique {wanted} ; choisir auto ou cpu.</translation>
        </message>
        <message>
            <source>as chosen in the settings</source>
            <translation>selon le choix dans les paramètres</translation>
        </message>
        <message>
            <source>{gpu} found</source>
            <translation>{gpu} trouvé</translation>
        </message>
        <message>
            <source>Apple GPU found</source>
            <translation>GPU Apple trouvé</translation>
        </message>
        <message>
            <source>this PyTorch was built without GPU support</source>
            <translation>ce PyTorch est sans prise en charge de GPU</translation>
        </message>
        <message>
            <source>this build of PyTorch has no code for the NVIDIA GPU</source>
            <translation>cette version compilée de PyTorch n’a pas de code pour le GPU NVIDIA</translation>
        </message>
        <message>
            <source>OpenVINO does not work on this machine</source>
            <translation>OpenVINO ne fonctionne pas sur cette machine</translation>
        </message>
        <message>
            <source>faster than OpenVINO on this machine</source>
            <translation>plus rapide qu’OpenVINO sur cette machine</translation>
        </message>
        <message>
            <source>8-bit inference needs OpenVINO, which is not installed; choose another device, or install the Python environment again in the options.</source>
            <translation>L’inférence sur 8 bits exige OpenVINO, qui n’est pas installé ; choisir un autre périphérique ou réinstaller l’environnement Python dans les options.</translation>
        </message>
        <message>
            <source>faster than PyTorch on this machine</source>
            <translation>plus rapide que PyTorch sur cette machine</translation>
        </message>
        <message>
            <source>8-bit inference changes {share:.2%} of the sampled pixels</source>
            <translation>L’inférence sur 8 bits change {share:.2%} des pixels examinés</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the scene is too small to gain time</source>
            <translation>L’inférence sur 8 bits n’est pas utilisée : la scène est trop petite pour gagner du temps</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it is no faster on this machine</source>
            <translation>L’inférence sur 8 bits n’est pas utilisée : elle n’est pas plus rapide sur cette machine</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the sampled places have no data</source>
            <translation>L’inférence sur 8 bits n’est pas utilisée : les endroits examinés n’ont pas de données</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it would change {share:.2%} of the pixels</source>
            <translation>L’inférence sur 8 bits n’est pas utilisée : elle changerait {share:.2%} des pixels</translation>
        </message>
        <message>
            <source>Quantising</source>
            <translation>Quantification</translation>
        </message>
        <message>
            <source>8-bit inference does not work on this machine</source>
            <translation>L’inférence sur 8 bits ne fonctionne pas sur cette machine</translation>
        </message>
        <message>
            <source>The model computes values that are not finite; choose another model, or train it again with a lower learning rate.</source>
            <translation>Le modèle calcule des valeurs qui ne sont pas des nombres finis ; choisir un autre modèle, ou l’entraîner de nouveau avec un taux d’apprentissage plus faible.</translation>
        </message>
        <message>
            <source>Extracting</source>
            <translation>Extraction</translation>
        </message>
        <message>
            <source>ONNX files need the library onnx; export without them (on the command line: --no-onnx), or install it: {command}</source>
            <translation>Les fichiers ONNX demandent la bibliothèque onnx ; exporter sans eux (en ligne de commande : --no-onnx), ou l’installer : {command}</translation>
        </message>
        <message>
            <source>The weights {path} are not those that the model was made with (wrong sha-256); install the model again.</source>
            <translation>Les poids {path} ne sont pas ceux avec lesquels le modèle a été fait (sha-256 incorrect) ; installer à nouveau le modèle.</translation>
        </message>
        <message>
            <source>The weights {path} are not all finite numbers; choose another model, or train this one again.</source>
            <translation>Les poids {path} ne sont pas tous des nombres finis ; choisir un autre modèle, ou entraîner celui-ci de nouveau.</translation>
        </message>
        <message>
            <source>The weights {path} cannot be read ({reason}); install the model again.</source>
            <translation>Les poids {path} ne peuvent pas être lus ({reason}) ; installer à nouveau le modèle.</translation>
        </message>
        <message>
            <source>The weights {path} do not fit the network {preset}; install the model again.</source>
            <translation>Les poids {path} ne vont pas avec le réseau {preset} ; installer à nouveau le modèle.</translation>
        </message>
        <message>
            <source>The output must end in {names} or {last}; change its name: {path}</source>
            <translation>Le résultat doit se terminer par {names} ou {last} ; changer son nom : {path}</translation>
        </message>
        <message>
            <source>The output has no valid name; name a file or folder: {path}</source>
            <translation>Le résultat n’a pas de nom valide ; donner un fichier ou un dossier : {path}</translation>
        </message>
        <message>
            <source>The output is not a file on this computer; choose another name: {path}</source>
            <translation>Le résultat n’est pas un fichier de cet ordinateur ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output must end in {name}; change its name: {path}</source>
            <translation>Le résultat doit se terminer par {name} ; changer son nom : {path}</translation>
        </message>
        <message>
            <source>The output is a file, not a folder; choose another name: {path}</source>
            <translation>Le résultat est un fichier, pas un dossier ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output exists and is not a file; choose another name: {path}</source>
            <translation>Le résultat existe et n’est pas un fichier ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output exists; choose another name or replace it with --overwrite: {path}</source>
            <translation>Le résultat existe ; choisir un autre nom ou le remplacer avec --overwrite : {path}</translation>
        </message>
        <message>
            <source>The output is read-only; choose another name: {path}</source>
            <translation>Le résultat est en lecture seule ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>{problem}; choose another name: {path}</source>
            <translation>{problem} ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The file {name} was made for another raster and would be read with the output; remove it or choose another name: {path}</source>
            <translation>Le fichier {name} a été créé pour un autre raster et serait lu avec le résultat ; le supprimer ou choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output is open in another program, or was not closed properly: it has the journal {journal}; close it there or choose another name: {path}</source>
            <translation>Le résultat est ouvert dans un autre programme, ou n’a pas été fermé correctement, car il a le journal {journal} ; l’y fermer ou choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another name: {path}</source>
            <translation>Le résultat est ouvert dans un autre programme ; l’y fermer ou choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output is read by the same job ({name}); choose another name: {path}</source>
            <translation>Le résultat est lu par la même tâche ({name}) ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>Two outputs of the job have the same name; choose another for one: {path}</source>
            <translation>Deux résultats de la tâche ont le même nom ; en choisir un autre pour l’un d’eux : {path}</translation>
        </message>
        <message>
            <source>The output has a name that cannot be written ({reason}); choose another name: {path}</source>
            <translation>Le résultat a un nom qui ne peut pas être écrit ({reason}) ; choisir un autre nom : {path}</translation>
        </message>
        <message>
            <source>The output exists and cannot be read ({reason})</source>
            <translation>Le résultat existe et ne peut pas être lu ({reason})</translation>
        </message>
        <message>
            <source>{problem}; move them and start again: {path}</source>
            <translation>{problem} ; les déplacer et recommencer : {path}</translation>
        </message>
        <message>
            <source>The output exists and was not written by this program</source>
            <translation>Le résultat existe et n’a pas été écrit par ce programme</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} et {count} autres</translation>
        </message>
        <message>
            <source>The output has other tables or triggers, which would be lost ({names})</source>
            <translation>Le résultat a d’autres tables ou déclencheurs, qui seraient perdus ({names})</translation>
        </message>
        <message>
            <source>The output is a folder with other files, which would be lost ({names})</source>
            <translation>Le résultat est un dossier avec d’autres fichiers, qui seraient perdus ({names})</translation>
        </message>
        <message>
            <source>by their names or colours</source>
            <translation>d’après leurs noms ou couleurs</translation>
        </message>
        <message>
            <source>8-bit values without a polarisation</source>
            <translation>valeurs sur 8 bits sans polarisation</translation>
        </message>
        <message>
            <source>The bands have no names of polarisations and are taken to be {names}; if they are others, choose the polarisations: {name}</source>
            <translation>Les bandes n’ont pas de nom de polarisation et sont prises pour {names} ; si ce n’est pas le cas, choisir les polarisations : {name}</translation>
        </message>
        <message>
            <source>The {count} bands look like an optical image ({reason}); choose a SAR layer, or name its bands in the file, or choose the polarisations in the order of bands: {path}.</source>
            <translation>Les {count} bandes ressemblent à une image optique ({reason}) ; choisir une couche SAR, ou nommer ses bandes dans le fichier, ou choisir les polarisations dans l’ordre des bandes : {path}.</translation>
        </message>
        <message>
            <source>The {count} bands have values about zero, like the real and the imaginary part of complex values; choose the amplitude, or name its bands in the file, or choose the polarisations, in the order of bands: {path}.</source>
            <translation>Les {count} bandes ont des valeurs autour de zéro, comme la partie réelle et la partie imaginaire de valeurs complexes ; choisir l’amplitude, ou nommer ses bandes dans le fichier, ou choisir les polarisations, dans l’ordre des bandes : {path}.</translation>
        </message>
        <message>
            <source>{count} bands are more than there are polarisations ({most}); choose a SAR layer of 1 to {most} bands: {files}</source>
            <translation>{count} bandes, c’est plus qu’il n’y a de polarisations ({most}) ; choisir une couche SAR de 1 à {most} bandes : {files}</translation>
        </message>
        <message>
            <source>The polarisations of the bands are unclear ({named} for {count} bands); name each band as one of {polarisations}: {files}</source>
            <translation>Les polarisations des bandes ne sont pas claires ({named} pour {count} bandes) ; nommer chaque bande d’après l’une de {polarisations} : {files}</translation>
        </message>
        <message>
            <source>The polarisations {names} must be different and among {polarisations}; name each band as a different one: {files}</source>
            <translation>Les polarisations {names} doivent être différentes et parmi {polarisations} ; nommer chaque bande d’après une autre : {files}</translation>
        </message>
        <message>
            <source>The file has {count} bands and does not say which are red, green and blue; choose an optical layer of 1, 3 or 4 bands: {path}</source>
            <translation>Le fichier a {count} bandes et n’indique pas lesquelles sont rouge, verte et bleue ; choisir une couche optique de 1, 3 ou 4 bandes : {path}</translation>
        </message>
        <message>
            <source>The names of the bands say no colours, so that they are taken to be {colours}; if they are others, name them in the file: {name}</source>
            <translation>Les noms des bandes n’indiquent pas de couleurs, elles sont donc prises pour {colours} ; si ce n’est pas le cas, les nommer dans le fichier : {name}</translation>
        </message>
        <message>
            <source>Bands of {name} that are not used: {names}.</source>
            <translation>Bandes de {name} qui ne sont pas utilisées : {names}.</translation>
        </message>
        <message>
            <source>The values are spread evenly about zero, like the real or the imaginary part of complex values; if they are one of them, choose the amplitude: {name}</source>
            <translation>Les valeurs sont réparties également autour de zéro, comme la partie réelle ou imaginaire de valeurs complexes ; si c’en est une, choisir l’amplitude : {name}</translation>
        </message>
        <message>
            <source>By its name the layer holds no backscatter; choose the SAR layers without it: {path}.</source>
            <translation>D’après son nom, la couche ne contient pas de rétrodiffusion ; choisir les couches SAR sans elle : {path}.</translation>
        </message>
        <message>
            <source>The band {name} is only a part of complex values; choose the amplitude, or one file with the real and the imaginary part: {path}.</source>
            <translation>La bande {name} n’est qu’une partie de valeurs complexes ; choisir l’amplitude, ou un seul fichier avec la partie réelle et la partie imaginaire : {path}.</translation>
        </message>
        <message>
            <source>the same detail in all of them</source>
            <translation>les mêmes détails dans toutes</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; copy or download it again: {path}</source>
            <translation>Le fichier est tronqué ou endommagé ; le copier ou le télécharger à nouveau : {path}</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.0f} m show no buildings; choose a SAR layer with pixels of 0.3 to 1.5 m, or assign the right coordinate system: {path}.</source>
            <translation>Des pixels de {own_m:.0f} m ne montrent pas de bâtiments ; choisir une couche SAR avec des pixels de 0,3 à 1,5 m, ou attribuer le bon système de coordonnées : {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.2g} m are smaller than any sensor’s; assign the right coordinate system: {path}.</source>
            <translation>Des pixels de {own_m:.2g} m sont plus petits que ceux de tout capteur ; attribuer le bon système de coordonnées : {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result will be poor: {name}</source>
            <translation>Le fichier a des pixels de {size:.1f} m, trop grossiers pour montrer des bâtiments isolés ; le résultat sera mauvais : {name}</translation>
        </message>
        <message>
            <source>The scene would have {width:,} x {height:,} pixels, more than {most:,} in all; choose a smaller area, or SAR files of one place: {path}.</source>
            <translation>La scène aurait {width:,} x {height:,} pixels, plus de {most:,} en tout ; choisir une zone plus petite, ou des fichiers SAR d’un même lieu : {path}.</translation>
        </message>
        <message>
            <source>The model needs pixels of {size:g} m, more than {most} times smaller than the {own_m:.2g} m of the layer; choose another model, or a layer with smaller pixels: {path}.</source>
            <translation>Le modèle a besoin de pixels de {size:g} m, plus de {most} fois plus petits que les {own_m:.2g} m de la couche ; choisir un autre modèle, ou une couche aux pixels plus petits : {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.1f} m are too coarse to show single buildings, and would become {width} x {height} small ones; choose a SAR layer with pixels of 0.3 to 1.5 m, or a small area: {path}.</source>
            <translation>Des pixels de {own_m:.1f} m sont trop grossiers pour montrer des bâtiments isolés, et deviendraient {width} x {height} petits pixels ; choisir une couche SAR avec des pixels de 0,3 à 1,5 m, ou une petite zone : {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result may be better without it: {name}</source>
            <translation>Le fichier a des pixels de {size:.1f} m, trop grossiers pour montrer des bâtiments isolés ; le résultat peut être meilleur sans cette couche : {name}</translation>
        </message>
        <message>
            <source>The optical layer and SAR do not overlap; choose one of the same place or none: {path} and {other}</source>
            <translation>La couche optique et le SAR ne se recouvrent pas ; en choisir une du même lieu, ou aucune : {path} et {other}</translation>
        </message>
        <message>
            <source>The file is not georeferenced; its pixels are taken to be {size:g} m: {name}</source>
            <translation>Le fichier n’est pas géoréférencé ; ses pixels sont supposés être de {size:g} m : {name}</translation>
        </message>
        <message>
            <source>One file has no coordinate system, another has one; assign the first its coordinate system: {path} and {other}</source>
            <translation>Un fichier n’a pas de système de coordonnées, un autre en a un ; attribuer au premier son système de coordonnées : {path} et {other}</translation>
        </message>
        <message>
            <source>The SAR files do not overlap; choose files of one scene: {path} and {other}</source>
            <translation>Les fichiers SAR ne se recouvrent pas ; choisir des fichiers d’une même scène : {path} et {other}</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {path} and {other}.</source>
            <translation>Les systèmes de coordonnées ne peuvent pas être convertis l’un dans l’autre ; choisir des fichiers dans le même : {path} et {other}.</translation>
        </message>
        <message>
            <source>The file has no coordinate system; its units are taken to be metres: {name}</source>
            <translation>Le fichier n’a pas de système de coordonnées ; ses unités sont supposées être des mètres : {name}</translation>
        </message>
        <message>
            <source>The file or the .aux.xml file next to it is damaged ({reason}); remove that file or save the raster again: {path}.</source>
            <translation>Le fichier ou le fichier .aux.xml à côté est endommagé ({reason}) ; supprimer ce dernier ou enregistrer de nouveau le raster : {path}.</translation>
        </message>
        <message>
            <source>values in other files</source>
            <translation>valeurs dans d’autres fichiers</translation>
        </message>
        <message>
            <source>The file in the archive is not read there, or refers to other data; unpack the archive and choose the unpacked file: {path}.</source>
            <translation>Le fichier de l’archive n’y est pas lu ou renvoie à d’autres données ; extraire l’archive et choisir le fichier extrait : {path}.</translation>
        </message>
        <message>
            <source>The ground control points are fitted with errors of up to {error:.1f} pixels, so that the result is displaced; check them, or geocode the file: {name}</source>
            <translation>Les points de contrôle sont ajustés avec des erreurs allant jusqu’à {error:.1f} pixels, le résultat est donc décalé ; les vérifier ou géoréférencer le fichier : {name}</translation>
        </message>
        <message>
            <source>The geotransform does not place the image; geocode it first: {path}.</source>
            <translation>La géotransformation ne situe pas l’image ; la géoréférencer d’abord : {path}.</translation>
        </message>
        <message>
            <source>Coordinates are out of the range of the coordinate system; assign the right one: {path}.</source>
            <translation>Des coordonnées sont hors du domaine du système de coordonnées ; attribuer le bon : {path}.</translation>
        </message>
        <message>
            <source>The coordinate system is not known; give WKT or EPSG:code: {crs}.</source>
            <translation>Le système de coordonnées n’est pas connu ; donner du WKT ou EPSG:code : {crs}.</translation>
        </message>
        <message>
            <source>The ground control points or RPC do not place the image; geocode it first: {path}.</source>
            <translation>Les points de contrôle ou les RPC ne situent pas l’image ; la géoréférencer d’abord : {path}.</translation>
        </message>
        <message>
            <source>The file is placed by its RPC at a height of {height:.0f} m; where the ground is higher or lower, the result is displaced: {name}</source>
            <translation>Le fichier est situé par ses RPC à une altitude de {height:.0f} m ; là où le sol est plus haut ou plus bas, le résultat est décalé : {name}</translation>
        </message>
        <message>
            <source>The image is placed by arrays of longitudes and latitudes; geocode it first: {path}.</source>
            <translation>L’image est placée par des tableaux de longitudes et de latitudes ; la géocoder d’abord : {path}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of the polygons: {name} to {other}.</source>
            <translation>Des coordonnées sont hors du domaine de leur système de coordonnées ; vérifier le système de coordonnées des polygones : {name} vers {other}.</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {name} and {other}.</source>
            <translation>Les systèmes de coordonnées ne peuvent pas être convertis l’un dans l’autre ; choisir des fichiers dans le même : {name} et {other}.</translation>
        </message>
        <message>
            <source>One SAR file has decibels and another amplitude or power, but both are read with the same scale; convert all files to one scale: {name} and {other}</source>
            <translation>Un fichier SAR est en décibels et un autre en amplitude ou en puissance, mais les deux sont lus avec la même échelle ; convertir tous les fichiers à une seule échelle : {name} et {other}</translation>
        </message>
        <message>
            <source>The band {band} has decibels and {other} amplitude or power, but both are read with the same scale; convert all bands to one scale: {name}</source>
            <translation>La bande {band} est en décibels et {other} en amplitude ou en puissance, mais les deux sont lues avec la même échelle ; convertir toutes les bandes à une même échelle : {name}</translation>
        </message>
        <message>
            <source>other bands, types or nodata values</source>
            <translation>autres bandes, types ou valeurs nodata</translation>
        </message>
        <message>
            <source>A raster of the mosaic does not fit {first} ({difference}); warp it, or move it to another folder: {path}.</source>
            <translation>Un raster de la mosaïque ne va pas avec {first} ({difference}) ; le reprojeter, ou le déplacer dans un autre dossier : {path}.</translation>
        </message>
        <message>
            <source>The folder contains no raster ({extensions}); choose another: {folder}.</source>
            <translation>Le dossier ne contient pas de raster ({extensions}) ; en choisir un autre : {folder}.</translation>
        </message>
        <message>
            <source>another coordinate system</source>
            <translation>autre système de coordonnées</translation>
        </message>
        <message>
            <source>A file of the mosaic is not a raster that can be read; move it: {path}.</source>
            <translation>Un fichier de la mosaïque n’est pas un raster lisible ; le déplacer : {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic is not north-up; warp or move it: {path}.</source>
            <translation>Un raster de la mosaïque n’est pas orienté au nord ; le reprojeter ou le déplacer : {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic has a mask; give it a nodata value instead: {path}.</source>
            <translation>Un raster de la mosaïque a un masque ; lui donner plutôt une valeur nodata : {path}.</translation>
        </message>
        <message>
            <source>another pixel grid</source>
            <translation>autre grille de pixels</translation>
        </message>
        <message>
            <source>The file contains several rasters; choose one of them by its name, {listed}: {name}.</source>
            <translation>Le fichier contient plusieurs rasters ; choisir l’un d’eux par son nom, {listed} : {name}.</translation>
        </message>
        <message>
            <source>The file has {count:,} bands, more than {most:,}; choose another file: {name}.</source>
            <translation>Le fichier a {count:,} bandes, plus de {most:,} ; choisir un autre fichier : {name}.</translation>
        </message>
        <message>
            <source>The file is not a raster that can be read; choose another file: {name}</source>
            <translation>Le fichier n’est pas un raster lisible ; choisir un autre fichier : {name}</translation>
        </message>
        <message>
            <source>The file contains no raster; choose another file: {name}.</source>
            <translation>Le fichier ne contient pas de raster ; choisir un autre fichier : {name}.</translation>
        </message>
        <message>
            <source>The file does not exist; choose a raster file: {name}</source>
            <translation>Le fichier n’existe pas ; choisir un fichier raster : {name}</translation>
        </message>
        <message>
            <source>The raster cannot be read over the network ({reason}); check its address and the connection: {name}</source>
            <translation>Le raster ne peut pas être lu par le réseau ({reason}) ; vérifier son adresse et la connexion : {name}</translation>
        </message>
        <message>
            <source>The file is damaged or not a part of a scene; compute the part again: {path}</source>
            <translation>Le fichier est endommagé ou n’est pas une partie d’une scène ; calculer à nouveau la partie : {path}</translation>
        </message>
        <message>
            <source>{missing} of {count} parts are missing ({listed}); compute them and name them too: {path}</source>
            <translation>Il manque {missing} parties sur {count} ({listed}) ; les calculer et les citer aussi : {path}</translation>
        </message>
        <message>
            <source>The part was written by another version; compute it again: {path}</source>
            <translation>La partie a été écrite par une autre version ; la calculer à nouveau : {path}</translation>
        </message>
        <message>
            <source>The part does not fit {first} ({difference}); leave it out, or compute it again: {path}</source>
            <translation>La partie ne va pas avec {first} ({difference}) ; l’omettre, ou la calculer à nouveau : {path}</translation>
        </message>
        <message>
            <source>Part {number} is given twice; leave one out: {first}, {path}</source>
            <translation>La partie {number} est donnée deux fois ; en omettre une : {first}, {path}</translation>
        </message>
        <message>
            <source>another scene</source>
            <translation>autre scène</translation>
        </message>
        <message>
            <source>another area</source>
            <translation>autre zone</translation>
        </message>
        <message>
            <source>another model</source>
            <translation>autre modèle</translation>
        </message>
        <message>
            <source>other settings</source>
            <translation>autres réglages</translation>
        </message>
        <message>
            <source>another number of parts</source>
            <translation>autre nombre de parties</translation>
        </message>
        <message>
            <source>The part cannot be read ({reason}); check its name: {path}</source>
            <translation>La partie ne peut pas être lue ({reason}) ; vérifier son nom : {path}</translation>
        </message>
        <message>
            <source>The part is damaged; compute it again: {path}</source>
            <translation>La partie est endommagée ; la calculer à nouveau : {path}</translation>
        </message>
        <message>
            <source>the area</source>
            <translation>zone</translation>
        </message>
        <message>
            <source>the SAR layer</source>
            <translation>couche SAR</translation>
        </message>
        <message>
            <source>the label layer</source>
            <translation>couche de référence</translation>
        </message>
        <message>
            <source>the layer</source>
            <translation>couche</translation>
        </message>
        <message>
            <source>the reference</source>
            <translation>référence</translation>
        </message>
        <message>
            <source>The file has no polygon on the SAR layer; choose labels of this scene, or assign them the right coordinate system: {path}</source>
            <translation>Le fichier n’a pas de polygone sur la couche SAR ; choisir des références de cette scène, ou leur attribuer le bon système de coordonnées : {path}</translation>
        </message>
        <message>
            <source>There is no coordinate system for {what}; it is taken to be that of {other}.</source>
            <translation>Pas de système de coordonnées : {what} ; il est supposé être le même qu’ici : {other}.</translation>
        </message>
        <message>
            <source>The area is not a polygon; draw or choose another one.</source>
            <translation>La zone n’est pas un polygone ; en dessiner ou en choisir une autre.</translation>
        </message>
        <message>
            <source>The area is outside {path}; choose an area on the SAR layer.</source>
            <translation>La zone est hors de {path} ; choisir une zone sur la couche SAR.</translation>
        </message>
        <message>
            <source>A local coordinate system cannot be converted, that of {what} or of {onto}; assign both the right one.</source>
            <translation>Un système de coordonnées local ne peut pas être converti ({what} ou {onto}) ; attribuer le bon aux deux.</translation>
        </message>
        <message>
            <source>The coordinate systems of {what} and {onto} cannot be converted into each other; assign the right ones.</source>
            <translation>Les systèmes de coordonnées ne peuvent pas être convertis l’un dans l’autre ({what} et {onto}) ; attribuer les bons.</translation>
        </message>
        <message>
            <source>The file is not a probability file; choose one that an extraction wrote: {path}</source>
            <translation>Le fichier n’est pas un fichier de probabilités ; en choisir un qu’une extraction a écrit : {path}</translation>
        </message>
        <message>
            <source>The probability file {path} cannot be read; run the extraction again.</source>
            <translation>Le fichier de probabilités {path} ne peut pas être lu ; relancer l’extraction.</translation>
        </message>
        <message>
            <source>The probability file was changed by another program; choose the one that the extraction wrote, or run the extraction again: {path}</source>
            <translation>Le fichier de probabilités a été modifié par un autre programme ; choisissez celui que l’extraction a écrit, ou relancez l’extraction : {path}</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; run the extraction again: {path}</source>
            <translation>Le fichier est tronqué ou endommagé ; relancer l’extraction : {path}</translation>
        </message>
        <message>
            <source>positive values with the long bright tail of amplitude</source>
            <translation>valeurs positives avec la longue traîne brillante de l’amplitude</translation>
        </message>
        <message>
            <source>complex values</source>
            <translation>valeurs complexes</translation>
        </message>
        <message>
            <source>negative values</source>
            <translation>valeurs négatives</translation>
        </message>
        <message>
            <source>no positive values</source>
            <translation>pas de valeurs positives</translation>
        </message>
        <message>
            <source>positive values without the bright tail of amplitude: log-scaled</source>
            <translation>valeurs positives sans la longue traîne brillante de l’amplitude : en logarithme</translation>
        </message>
        <message>
            <source>positive values with the very long tail of power</source>
            <translation>valeurs positives avec la très longue traîne de la puissance</translation>
        </message>
        <message>
            <source>The value {value:g} fills {share:.0%} of the file; if nothing was measured there, set it as the nodata value: {name}</source>
            <translation>La valeur {value:g} remplit {share:.0%} du fichier ; si rien n’y a été mesuré, la définir comme valeur nodata : {name}</translation>
        </message>
        <message>
            <source>The file has only {count} different values, like a mask or a classification; choose an image if it is one: {name}</source>
            <translation>Le fichier n’a que {count} valeurs différentes, comme un masque ou une classification ; si c’en est un, choisir une image : {name}</translation>
        </message>
        <message>
            <source>Rasters of the folder cover the same place, where the last one by name is used ({names}); move other bands and dates to folders of their own: {name}</source>
            <translation>Des rasters du dossier couvrent le même endroit, où le dernier par le nom est utilisé ({names}) ; déplacer les autres bandes et dates dans leurs propres dossiers : {name}</translation>
        </message>
        <message>
            <source>The file contains several rasters; the first one is used: {name}</source>
            <translation>Le fichier contient plusieurs rasters ; le premier est utilisé : {name}</translation>
        </message>
        <message>
            <source>The header {header} next to the file is that of another raster; choose that one, or move the file and its own header to another folder: {path}.</source>
            <translation>L’en-tête {header} à côté du fichier est celui d’un autre raster ; choisir celui-ci, ou déplacer le fichier et son propre en-tête dans un autre dossier : {path}.</translation>
        </message>
        <message>
            <source>The optical layer is also the SAR layer; choose another optical layer or none: {path}.</source>
            <translation>La couche optique est aussi la couche SAR ; choisir une autre couche optique, ou aucune : {path}.</translation>
        </message>
        <message>
            <source>The file has no valid pixels; choose a SAR layer with values: {path}</source>
            <translation>Le fichier n’a pas de pixels valides ; choisir une couche SAR avec des valeurs : {path}</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or none: {path}</source>
            <translation>Le fichier n’a pas de pixels valides là où le SAR en a ; choisir une couche optique de cet endroit, ou aucune : {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose a SAR image: {path}</source>
            <translation>Le fichier a la même valeur dans tous les pixels ; choisir une image SAR : {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose an optical image, or none: {path}</source>
            <translation>Le fichier a la même valeur dans tous les pixels ; choisir une image optique, ou aucune : {path}</translation>
        </message>
        <message>
            <source>The band {band} has no valid pixels, or one value in all sampled ones; choose SAR layers without it: {name}</source>
            <translation>La bande {band} n’a pas de pixels valides, ou la même valeur dans tous ceux qui ont été examinés ; choisir des couches SAR sans elle : {name}</translation>
        </message>
        <message>
            <source>Two SAR layers are the same file; choose one file for each polarisation: {path} and {other}.</source>
            <translation>Deux couches SAR sont le même fichier ; choisir un fichier pour chaque polarisation : {path} et {other}.</translation>
        </message>
        <message>
            <source>The optical layer has no valid pixels in the area where SAR has some, so only SAR is used: {name}</source>
            <translation>La couche optique n’a pas de pixels valides dans la zone là où le SAR en a ; seul le SAR est utilisé : {name}</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>choisi</translation>
        </message>
        <message>
            <source>There is no room to keep finished rows in {folder}; if this extraction is killed, it starts again from the beginning.</source>
            <translation>Il n’y a pas de place pour conserver les lignes terminées dans {folder} ; si cette extraction est interrompue, elle recommence depuis le début.</translation>
        </message>
        <message>
            <source>Only {count} files may be open at a time; raise the limit to {least} or more (ulimit -n).</source>
            <translation>Seuls {count} fichiers peuvent être ouverts à la fois ; relever la limite à {least} ou plus (ulimit -n).</translation>
        </message>
        <message>
            <source>Only {count:,} MB of memory may be used; raise the limit to {least:,} MB or more (ulimit -v).</source>
            <translation>Seuls {count:,} Mo de mémoire peuvent être utilisés ; relever la limite à {least:,} Mo ou plus (ulimit -v).</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Chargement du modèle</translation>
        </message>
        <message>
            <source>The file has no building with a height; choose another file: {path}</source>
            <translation>Le fichier n’a pas de bâtiment avec une hauteur ; choisir un autre fichier : {path}</translation>
        </message>
        <message>
            <source>The city is {width:,.0f} km wide and {height:,.0f} m high, more than {widest:.0f} km or {highest:,.0f} m; choose a file in metres, or a part of the city: {path}.</source>
            <translation>La ville fait {width:,.0f} km de large et {height:,.0f} m de haut, plus de {widest:.0f} km ou de {highest:,.0f} m ; choisir un fichier en mètres, ou une partie de la ville : {path}.</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose a CityJSON file: {path}</source>
            <translation>Le fichier ne peut pas être lu ({reason}) ; choisir un fichier CityJSON : {path}</translation>
        </message>
        <message>
            <source>The file is neither CityJSON nor a list of footprints with heights ({reason}); choose another file: {path}</source>
            <translation>Le fichier n’est ni du CityJSON ni une liste d’empreintes avec des hauteurs ({reason}) ; choisir un autre fichier : {path}</translation>
        </message>
        <message>
            <source>There is no style {style}; choose one of {styles}.</source>
            <translation>Il n’y a pas de style {style} ; choisir l’un de {styles}.</translation>
        </message>
        <message>
            <source>A scene of {size} pixels is too small; choose 16 or more.</source>
            <translation>Une scène de {size} pixels est trop petite ; en choisir 16 ou plus.</translation>
        </message>
        <message>
            <source>clouds must be between 0 and 1, not {clouds}.</source>
            <translation>clouds doit être entre 0 et 1, et non {clouds}.</translation>
        </message>
        <message>
            <source>polarisations must be among {polarisations}, not {given}.</source>
            <translation>polarisations doit être parmi {polarisations}, et non {given}.</translation>
        </message>
        <message>
            <source>output must be db, amplitude or 8bit, not {output}.</source>
            <translation>output doit être db, amplitude ou 8bit, et non {output}.</translation>
        </message>
        <message>
            <source>previous is not a polygon; give the footprint to correct as WKT.</source>
            <translation>previous n’est pas un polygone ; donner l’empreinte à corriger en WKT.</translation>
        </message>
        <message>
            <source>{metres} m east</source>
            <translation>{metres} m à l’est</translation>
        </message>
        <message>
            <source>{metres} m north</source>
            <translation>{metres} m au nord</translation>
        </message>
        <message>
            <source>The labels seem to be {shift} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Les références semblent être {shift} des bâtiments de l’image ; les remettre en place, sauf si le repliement de hauts bâtiments dans le SAR explique le décalage.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lecture</translation>
        </message>
        <message>
            <source>Comparing labels and image</source>
            <translation>Comparaison des références et de l’image</translation>
        </message>
        <message>
            <source>Measuring the speed</source>
            <translation>Mesure de la vitesse</translation>
        </message>
        <message>
            <source>{metres} m west</source>
            <translation>{metres} m à l’ouest</translation>
        </message>
        <message>
            <source>{metres} m south</source>
            <translation>{metres} m au sud</translation>
        </message>
        <message>
            <source>The labels seem to be {along} and {across} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Les références semblent être {along} et {across} des bâtiments de l’image ; les remettre en place, sauf si le repliement de hauts bâtiments dans le SAR explique le décalage.</translation>
        </message>
        <message>
            <source>{device} ({reason})</source>
            <translation>{device} ({reason})</translation>
        </message>
        <message>
            <source>No labelled area is given, so everything inside the hull of the labels counts as labelled; choose a polygon around what you have digitised if that is not so.</source>
            <translation>Aucune zone de référence n’est donnée, donc tout ce qui est dans l’enveloppe des références compte comme complet ; choisir un polygone autour de ce que vous avez numérisé si ce n’est pas le cas.</translation>
        </message>
        <message>
            <source>The base model finds too few buildings with the optical layer ({count}); choose an area with {least} at least.</source>
            <translation>Le modèle de base trouve trop peu de bâtiments avec la couche optique ({count}) ; choisir une zone qui en a au moins {least}.</translation>
        </message>
        <message>
            <source>The labelled area is too small to hold out validation blocks, so the result will have no figures; label a larger area if you need them.</source>
            <translation>La zone de référence est trop petite pour mettre de côté des blocs de validation, le résultat n’aura donc pas de chiffres ; numériser une zone plus grande si vous en avez besoin.</translation>
        </message>
        <message>
            <source>The SAR layer has pixels of {own:.2g} m and the base model was trained at {base:.2g} m; the layer is resampled, and the model has more to learn.</source>
            <translation>La couche SAR a des pixels de {own:.2g} m et le modèle de base a été entraîné à {base:.2g} m ; la couche est rééchantillonnée, et le modèle a plus à apprendre.</translation>
        </message>
        <message>
            <source>The base model was trained without {names}; choose a base that was trained with it, or train thoroughly.</source>
            <translation>Le modèle de base a été entraîné sans {names} ; choisir une base entraînée avec, ou un entraînement approfondi.</translation>
        </message>
        <message>
            <source>The optical layer covers {share:.0%} of the labelled area and is used only there.</source>
            <translation>La couche optique couvre {share:.0%} de la zone de référence et n’est utilisée que là.</translation>
        </message>
        <message>
            <source>The labelled area has too few buildings ({count}); digitise at least {least}.</source>
            <translation>La zone de référence contient trop peu de bâtiments ({count}) ; en numériser au moins {least}.</translation>
        </message>
        <message>
            <source>The validation blocks have few buildings ({count}), so the figures will be rough; label a larger area for better ones.</source>
            <translation>Les blocs de validation contiennent peu de bâtiments ({count}), les chiffres seront donc approximatifs ; numériser une zone plus grande pour de meilleurs chiffres.</translation>
        </message>
        <message>
            <source>A process of the cluster has read different rasters from those on this machine; make the same files visible to all machines: {files}</source>
            <translation>Un processus du cluster a lu d’autres rasters que ceux d’ici ; faire voir les mêmes fichiers à toutes les machines : {files}</translation>
        </message>
        <message>
            <source>Neither layer has polygons; choose layers of polygons: {polygons} and {reference}.</source>
            <translation>Aucune des couches n’a de polygones ; choisir des couches de polygones : {polygons} et {reference}.</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Comparaison</translation>
        </message>
        <message>
            <source>Neither layer has polygons in the area; choose layers and an area of the same place.</source>
            <translation>Aucune des couches n’a de polygones dans la zone ; choisir des couches et une zone du même lieu.</translation>
        </message>
        <message>
            <source>At an IoU of {iou:g}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}.</source>
            <translation>Pour un IoU de {iou:g} : F1 {f1:.3f}, précision {precision:.3f}, rappel {recall:.3f}.</translation>
        </message>
        <message>
            <source>{matched} matched, {changed} changed, {new} new, {missing} missing; {merged} merged, {split} split.</source>
            <translation>{matched} appariés, {changed} modifiés, {new} nouveaux, {missing} manquants ; {merged} fusionnés, {split} divisés.</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Écriture</translation>
        </message>
        <message>
            <source>Only polygons in the area were compared; left out: {polygons} of the layer, {references} of the reference.</source>
            <translation>Seuls les polygones de la zone ont été comparés ; laissés de côté : {polygons} de la couche, {references} de la référence.</translation>
        </message>
        <message>
            <source>Everything was compared, including polygons beyond the extent of the other layer ({polygons} of the layer, {references} of the reference); if one of them covers more, choose an area that both cover.</source>
            <translation>Tout a été comparé, y compris des polygones hors de l’emprise de l’autre couche ({polygons} de la couche, {references} de la référence) ; si l’une couvre plus, choisir une zone que les deux couvrent.</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {iou:.3f}, median shift {shift:.2f} m, median offset {east:.2f} m east and {north:.2f} m north.</source>
            <translation>De ceux qui sont dans les deux : IoU moyen {iou:.3f}, décalage médian {shift:.2f} m, déplacement médian de {east:.2f} m vers l’est et de {north:.2f} m vers le nord.</translation>
        </message>
        <message>
            <source>The scheduler was lost; start it and run the same command again, which computes only what is missing: {folder}</source>
            <translation>L’ordonnanceur a été perdu ; le démarrer et relancer la même commande, qui ne calcule que ce qui manque : {folder}</translation>
        </message>
        <message>
            <source>Several processes of the cluster ended while they computed the same part; look into their logs, as they may need more memory: {name}</source>
            <translation>Plusieurs processus du cluster se sont arrêtés en calculant la même partie ; consulter leurs journaux, car ils ont peut-être besoin de plus de mémoire : {name}</translation>
        </message>
        <message>
            <source>The scheduler has no workers yet; the parts wait for them.</source>
            <translation>L’ordonnanceur n’a pas encore de workers ; les parties les attendent.</translation>
        </message>
        <message>
            <source>Clusters need the library distributed; install it with pip install distributed, or use --part and join.</source>
            <translation>Les clusters demandent la bibliothèque distributed ; l’installer avec pip install distributed, ou utiliser --part et join.</translation>
        </message>
        <message>
            <source>A part was computed but cannot be seen here; choose an output in a folder that all machines share: {folder}</source>
            <translation>Une partie a été calculée mais n’est pas visible ici ; choisir un résultat dans un dossier que toutes les machines partagent : {folder}</translation>
        </message>
        <message>
            <source>The scheduler cannot be reached; start it, or correct its address, such as tcp://host:8786: {scheduler}</source>
            <translation>L’ordonnanceur est injoignable ; le démarrer, ou corriger son adresse, par exemple tcp://host:8786 : {scheduler}</translation>
        </message>
        <message>
            <source>The SAR layer has no data in the area, so there are no footprints.</source>
            <translation>La couche SAR n’a pas de données dans la zone, il n’y a donc pas d’empreintes.</translation>
        </message>
        <message>
            <source>This is a bug: please report it with the log.</source>
            <translation>C’est un bug : merci de le signaler avec le journal.</translation>
        </message>
        <message>
            <source>A disk or network drive failed ({reason}); check it and start again.</source>
            <translation>Un disque ou un lecteur réseau est défaillant ({reason}) ; le vérifier et recommencer.</translation>
        </message>
        <message>
            <source>The current folder does not exist; change to another one and start again.</source>
            <translation>Le dossier courant n’existe pas ; passer dans un autre et recommencer.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check its folder and its permissions: {path}</source>
            <translation>Le fichier ne peut pas être lu ou écrit ({reason}) ; vérifier son dossier et ses droits d’accès : {path}</translation>
        </message>
        <message>
            <source>The name is too long; choose a shorter one: {path}</source>
            <translation>Le nom est trop long ; en choisir un plus court : {path}</translation>
        </message>
        <message>
            <source>A name is not UTF-8; rename the file or its folder: {name}.</source>
            <translation>Un nom n’est pas en UTF-8 ; renommer le fichier ou son dossier : {name}.</translation>
        </message>
        <message>
            <source>Close other programs, choose a smaller extent or batch, or compute on the CPU.</source>
            <translation>Fermer d’autres programmes, choisir une emprise ou un lot plus petits, ou calculer sur le CPU.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check the disk or network drive, then start again: {path}</source>
            <translation>Le fichier ne peut être lu ni écrit ({reason}) ; vérifier le disque ou le lecteur réseau, puis recommencer : {path}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>Too many files are open; close other programs and start again.</source>
            <translation>Trop de fichiers sont ouverts ; fermer d’autres programmes et recommencer.</translation>
        </message>
        <message>
            <source>The device ran out of memory.</source>
            <translation>Le périphérique n’a plus de mémoire.</translation>
        </message>
        <message>
            <source>Comparing with the base model</source>
            <translation>Comparaison avec le modèle de base</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>Assemblage</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for the threshold {threshold:g}; compute them again with --all-pixels: {path}</source>
            <translation>Les parties ne contiennent que des pixels d’une probabilité d’au moins {floor:g}, trop peu pour le seuil {threshold:g} ; les calculer à nouveau avec --all-pixels : {path}</translation>
        </message>
        <message>
            <source>The parts were computed on different devices, or with different versions of libraries; the footprints may differ a little from those of a single machine.</source>
            <translation>Les parties ont été calculées sur des périphériques différents, ou avec des versions différentes des bibliothèques ; les empreintes peuvent différer un peu de celles d’une seule machine.</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for a probability file; compute them again with --all-pixels: {path}</source>
            <translation>Les parties ne contiennent que des pixels d’une probabilité d’au moins {floor:g}, trop peu pour un fichier de probabilités ; les calculer à nouveau avec --all-pixels : {path}</translation>
        </message>
        <message>
            <source>Writing probabilities</source>
            <translation>Écriture des probabilités</translation>
        </message>
        <message>
            <source>No block of {metres:g} m has enough valid pixels; choose smaller blocks: {path}</source>
            <translation>Aucun bloc de {metres:g} m n’a assez de pixels valides ; choisir des blocs plus petits : {path}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings are left out ({count}).</source>
            <translation>Les polygones trop grands pour des bâtiments sont omis ({count}).</translation>
        </message>
        <message>
            <source>Polygons that others cover completely are left out ({count}).</source>
            <translation>Les polygones que d'autres couvrent entièrement sont omis ({count}).</translation>
        </message>
        <message>
            <source>Polygons with more than {most:,} vertices are left out, as OpenStreetMap takes none ({count}).</source>
            <translation>Les polygones de plus de {most:,} sommets sont laissés de côté, car OpenStreetMap n’en accepte pas ({count}).</translation>
        </message>
        <message>
            <source>There are no polygons to export; review the layer or choose another: {polygons}.</source>
            <translation>Il n'y a aucun polygone à exporter ; vérifiez la couche ou choisissez-en une autre : {polygons}.</translation>
        </message>
        <message>
            <source>The polygons have no coordinate system; assign one to the layer: {polygons}.</source>
            <translation>Les polygones n'ont pas de système de coordonnées ; attribuez-en un à la couche : {polygons}.</translation>
        </message>
        <message>
            <source>Polygons that no review accepted are left out ({count}).</source>
            <translation>Les polygones qu’aucune vérification n’a acceptés sont omis ({count}).</translation>
        </message>
        <message>
            <source>Outlining</source>
            <translation>Tracé des contours</translation>
        </message>
        <message>
            <source>number {number}</source>
            <translation>numéro {number}</translation>
        </message>
        <message>
            <source>The part is not the one before number {number} ({difference}); name the right one: {path}</source>
            <translation>La partie n’est pas celle d’avant le numéro {number} ({difference}) ; citer la bonne : {path}</translation>
        </message>
        <message>
            <source>A raster is not a file on a disk, so that parts might not fit together; unpack or copy it: {files}</source>
            <translation>Un raster n’est pas un fichier sur un disque, les parties pourraient donc ne pas aller ensemble ; l’extraire ou le copier : {files}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings stay as they are ({count}).</source>
            <translation>Les polygones trop grands pour des bâtiments restent tels quels ({count}).</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of polygons: {polygons}</source>
            <translation>Le fichier n’a pas de polygones ; choisir une couche de polygones : {polygons}</translation>
        </message>
        <message>
            <source>Straightening</source>
            <translation>Redressement</translation>
        </message>
        <message>
            <source>Reading the kept rows</source>
            <translation>Lecture des lignes conservées</translation>
        </message>
        <message>
            <source>Simulating the scene</source>
            <translation>Simulation de la scène</translation>
        </message>
        <message>
            <source>Writing the scene</source>
            <translation>Écriture de la scène</translation>
        </message>
        <message>
            <source>The folder already exists; remove it or choose another folder: {out}</source>
            <translation>Le dossier existe déjà ; le supprimer ou choisir un autre dossier : {out}</translation>
        </message>
        <message>
            <source>Prepared {name}</source>
            <translation>{name} préparé</translation>
        </message>
        <message>
            <source>The same scene is given for training and for validation; choose another for one of them: {path}</source>
            <translation>La même scène est indiquée pour l’entraînement et pour la validation ; choisissez-en une autre pour l’un des deux : {path}</translation>
        </message>
        <message>
            <source>The file has no weights for the encoder of {preset}; give a state dict of that encoder or no file: {imagenet}</source>
            <translation>Le fichier n’a pas de poids pour l’encodeur de {preset} ; donner un state dict de cet encodeur, ou aucun fichier : {imagenet}</translation>
        </message>
        <message>
            <source>Read {name}</source>
            <translation>{name} lu</translation>
        </message>
        <message>
            <source>The checkpoint was damaged or changed (wrong sha-256); remove it, and start the training again: {path}.</source>
            <translation>Le point de reprise a été endommagé ou modifié (sha-256 incorrect) ; le supprimer, et relancer l’entraînement : {path}.</translation>
        </message>
        <message>
            <source>The checkpoint cannot be read; remove it, and start the training again: {path}.</source>
            <translation>Le point de reprise ne peut pas être lu ; le supprimer, et relancer l’entraînement : {path}.</translation>
        </message>
        <message>
            <source>The environment variable {variable} is not a number; start with torchrun, or remove the variable.</source>
            <translation>La variable d’environnement {variable} n’est pas un nombre ; démarrer avec torchrun, ou supprimer la variable.</translation>
        </message>
        <message>
            <source>A batch of {batch} cannot be divided among {count} processes; choose a batch that is a multiple of them.</source>
            <translation>Un lot de {batch} ne peut pas être réparti entre {count} processus ; choisir un lot qui en est un multiple.</translation>
        </message>
        <message>
            <source>Validation block {number}, step {step}</source>
            <translation>Bloc de validation {number}, étape {step}</translation>
        </message>
        <message>
            <source>The checkpoint belongs to a training with other labels; write the model under another name, or remove the checkpoint to start again: {path}.</source>
            <translation>Le point de reprise appartient à un entraînement avec d’autres références ; écrire le modèle sous un autre nom, ou supprimer le point de reprise pour recommencer : {path}.</translation>
        </message>
        <message>
            <source>Step {step} of {steps}</source>
            <translation>Étape {step} sur {steps}</translation>
        </message>
        <message>
            <source>{model} finds no building in the optical layer; choose another area, or draw labels.</source>
            <translation>{model} ne trouve aucun bâtiment dans la couche optique ; choisir une autre zone, ou dessiner des références.</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or draw labels: {path}</source>
            <translation>Le fichier n’a pas de pixels valides là où le SAR en a ; choisir une couche optique de cet endroit, ou dessiner des références : {path}</translation>
        </message>
        <message>
            <source>{share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>{share:.0%} de la zone de référence est ignoré, là où le modèle de base contredit la référence avec certitude.</translation>
        </message>
        <message>
            <source>The labels are moved by {metres:.1f} m on average, to the buildings in the optical image. {share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>Les références sont déplacées de {metres:.1f} m en moyenne, vers les bâtiments de l’image optique. {share:.0%} de la zone de référence est ignoré, là où le modèle de base contredit la référence avec certitude.</translation>
        </message>
        <message>
            <source>The checkpoint {path} belongs to another training; remove it, or write the model under another name.</source>
            <translation>Le point de reprise {path} appartient à un autre entraînement ; le supprimer, ou écrire le modèle sous un autre nom.</translation>
        </message>
    </context>
    <context>
        <name>Curves</name>
        <message>
            <source>Loss</source>
            <translation>Perte</translation>
        </message>
        <message>
            <source>total</source>
            <translation>totale</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>segmentation</translation>
        </message>
        <message>
            <source>features</source>
            <translation>caractéristiques</translation>
        </message>
        <message>
            <source>predictions</source>
            <translation>prédictions</translation>
        </message>
        <message>
            <source>Validation IoU</source>
            <translation>IoU de validation</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>SAR seul</translation>
        </message>
        <message>
            <source>with optical</source>
            <translation>avec l’optique</translation>
        </message>
        <message>
            <source>step</source>
            <translation>pas</translation>
        </message>
        <message>
            <source>step {:.0f} of {:.0f}</source>
            <translation>pas {:.0f} sur {:.0f}</translation>
        </message>
        <message>
            <source>best</source>
            <translation>meilleur</translation>
        </message>
        <message>
            <source>No steps yet</source>
            <translation>Encore aucun pas</translation>
        </message>
        <message>
            <source>No validation yet</source>
            <translation>Encore aucune validation</translation>
        </message>
        <message>
            <source>Parts of the loss: segmentation, alignment of features (MSAL in the paper) and alignment of predictions (MFAL)</source>
            <translation>Parties de la perte : segmentation, alignement des caractéristiques (MSAL dans l’article) et alignement des prédictions (MFAL)</translation>
        </message>
    </context>
    <context>
        <name>Demo</name>
        <message>
            <source>Optical</source>
            <translation>Optique</translation>
        </message>
        <message>
            <source>Reference buildings</source>
            <translation>Bâtiments de référence</translation>
        </message>
        <message>
            <source>Demo scene</source>
            <translation>Scène de démonstration</translation>
        </message>
    </context>
    <context>
        <name>DemoBox</name>
        <message>
            <source>The project has no raster layer. Add your own SAR layer, or make a simulated scene with SAR, optical and known buildings to try the plugin.</source>
            <translation>Le projet n’a aucune couche raster. Ajouter du SAR, ou créer une scène simulée de SAR, d’optique et de bâtiments connus pour essayer l’extension.</translation>
        </message>
        <message>
            <source>Cance&amp;l</source>
            <translation>A&amp;nnuler</translation>
        </message>
        <message>
            <source>Make a &amp;demo scene</source>
            <translation>Créer une scène de &amp;démonstration</translation>
        </message>
    </context>
    <context>
        <name>DemoScene</name>
        <message>
            <source>Demo scene</source>
            <translation>Scène de démonstration</translation>
        </message>
        <message>
            <source>The demo scene is ready, but not on the map, because another project was opened: {}</source>
            <translation>La scène de démonstration est prête, mais elle n’est pas sur la carte, car un autre projet a été ouvert : {}</translation>
        </message>
        <message>
            <source>The demo scene is on the map; press Extract. Its files are in: {}</source>
            <translation>La scène de démonstration est sur la carte ; cliquer sur Extraire. Ses fichiers sont dans : {}</translation>
        </message>
    </context>
    <context>
        <name>DeviceCombo</name>
        <message>
            <source>Fastest available</source>
            <translation>Le plus rapide disponible</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>GPU NVIDIA (CUDA)</translation>
        </message>
        <message>
            <source>Device for the computation; results differ only in the last digits</source>
            <translation>Périphérique de calcul ; les résultats ne diffèrent que par les dernières décimales</translation>
        </message>
        <message>
            <source>CPU, 8-bit (faster, less exact)</source>
            <translation>CPU, 8 bits (plus rapide, moins exact)</translation>
        </message>
        <message>
            <source>Device for the computation; results differ only in the last digits; 8-bit inference is faster for large scenes on many processors, and changes up to 1 % of the pixels</source>
            <translation>Périphérique de calcul ; les résultats ne diffèrent que par les dernières décimales ; l’inférence sur 8 bits est plus rapide pour les grandes scènes sur de nombreux processeurs et change au plus 1 % des pixels</translation>
        </message>
    </context>
    <context>
        <name>DeviceLabel</name>
        <message>
            <source>starting…</source>
            <translation>démarrage…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Options…</translation>
        </message>
    </context>
    <context>
        <name>Durations</name>
        <message>
            <source>less than a minute</source>
            <translation>moins d’une minute</translation>
        </message>
        <message>
            <source>about {} min</source>
            <translation>environ {} min</translation>
        </message>
        <message>
            <source>about {} h {} min</source>
            <translation>environ {} h {} min</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>reste {}</translation>
        </message>
    </context>
    <context>
        <name>EditButtons</name>
        <message>
            <source>Square (Q)</source>
            <translation>Équerrer (Q)</translation>
        </message>
        <message>
            <source>Right angles where it nearly has them; Ctrl+Z undoes it</source>
            <translation>Des angles droits là où elle en a presque ; Ctrl+Z l’annule</translation>
        </message>
        <message>
            <source>Join (J)</source>
            <translation>Réunir (J)</translation>
        </message>
        <message>
            <source>Merge it with the selected footprints and those that touch it</source>
            <translation>La fusionner avec les empreintes sélectionnées et celles qui la touchent</translation>
        </message>
        <message>
            <source>Split (S)</source>
            <translation>Séparer (S)</translation>
        </message>
        <message>
            <source>Draw a line across it; a right click ends the line</source>
            <translation>Tracer une ligne en travers ; un clic droit la termine</translation>
        </message>
        <message>
            <source>Reshape (R)</source>
            <translation>Remodeler (R)</translation>
        </message>
        <message>
            <source>Draw the part of the outline that is wrong; a right click ends the line</source>
            <translation>Retracer la partie fausse du contour ; un clic droit termine la ligne</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentBox</name>
        <message>
            <source>Python and PyTorch</source>
            <translation>Python et PyTorch</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Supprimer</translation>
        </message>
        <message>
            <source>Deletes the environment and frees its disk space</source>
            <translation>Supprime l’environnement et libère son espace disque</translation>
        </message>
        <message>
            <source>Update the environment?</source>
            <translation>Mettre à jour l’environnement ?</translation>
        </message>
        <message>
            <source>Remove the environment?</source>
            <translation>Supprimer l’environnement ?</translation>
        </message>
        <message>
            <source>public indexes, or those in pip’s configuration</source>
            <translation>les index publics, ou ceux de la configuration de pip</translation>
        </message>
        <message>
            <source>The address of your organisation’s package index</source>
            <translation>L’adresse de l’index de paquets de votre organisation</translation>
        </message>
        <message>
            <source>for computers without a network</source>
            <translation>pour les ordinateurs sans réseau</translation>
        </message>
        <message>
            <source>A folder filled on a similar machine with
python -m pip download -r core/requirements.txt -d FOLDER</source>
            <translation>Un dossier rempli sur une machine semblable par
python -m pip download -r core/requirements.txt -d DOSSIER</translation>
        </message>
        <message>
            <source>Preset by the environment variable {}</source>
            <translation>Fixé par la variable d’environnement {}</translation>
        </message>
        <message>
            <source>Where packages come from</source>
            <translation>Origine des paquets</translation>
        </message>
        <message>
            <source>&amp;Package index</source>
            <translation>Index de &amp;paquets</translation>
        </message>
        <message>
            <source>&amp;Folder of wheels</source>
            <translation>Dossier de &amp;wheels</translation>
        </message>
        <message>
            <source>A model is being fine-tuned in this environment; stop it or wait until it has finished, then try again.</source>
            <translation>Un modèle est en cours d’affinage dans cet environnement ; l’arrêter ou attendre la fin, puis réessayer.</translation>
        </message>
        <message>
            <source>{} Jobs that use it will be cancelled.</source>
            <translation>{} Les traitements qui l’utilisent seront annulés.</translation>
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
            <translation>Il n’y a pas d’empreintes par clic ; cliquer d’abord quelques bâtiments.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>Footprints from “{}”</source>
            <translation>Empreintes depuis « {} »</translation>
        </message>
        <message>
            <source>Click each corner · right-click: extract all buildings in it · Ctrl+Z: remove a corner · Esc: discard</source>
            <translation>Cliquer chaque sommet · clic droit : extraire tous les bâtiments du polygone · Ctrl+Z : retirer un sommet · Échap : abandonner</translation>
        </message>
        <message>
            <source>Nothing found · click another place, or Shift+click more of the building</source>
            <translation>Rien trouvé · cliquer ailleurs, ou Maj+clic sur une autre partie du bâtiment</translation>
        </message>
        <message>
            <source>Shift+click: add a part · right-click: remove a part · Enter or next building: accept · Ctrl+Z: take back a click · Esc: discard</source>
            <translation>Maj+clic : ajouter une partie · clic droit : enlever une partie · Entrée ou bâtiment suivant : accepter · Ctrl+Z : retirer un clic · Échap : abandonner</translation>
        </message>
        <message>
            <source>Click a building · drag a rectangle around several</source>
            <translation>Cliquer un bâtiment · tracer un rectangle autour de plusieurs</translation>
        </message>
    </context>
    <context>
        <name>ExtractForm</name>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere</source>
            <translation>Utilisée là où elle a des pixels valides ; SAR seul ailleurs</translation>
        </message>
        <message>
            <source>Whole SAR layer</source>
            <translation>Toute la couche SAR</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Vue actuelle de la carte</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Polygones sélectionnés</translation>
        </message>
        <message>
            <source>The area to extract footprints from</source>
            <translation>La zone dont les empreintes sont extraites</translation>
        </message>
        <message>
            <source>The model’s own threshold</source>
            <translation>Le seuil propre au modèle</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel: lower values find more buildings, higher values fewer. The triangle marks the model’s own. If a result is the active layer, its footprints are outlined again; the threshold of the next extraction stays the same.</source>
            <translation>Probabilité minimale d’un pixel de bâtiment : les valeurs plus basses trouvent plus de bâtiments, les plus hautes moins. Le triangle indique celle du modèle. Si un résultat est la couche active, ses empreintes sont retracées ; le seuil de la prochaine extraction reste le même.</translation>
        </message>
        <message>
            <source>GeoPackage to write; empty: a temporary file</source>
            <translation>GeoPackage à écrire ; vide : un fichier temporaire</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted</source>
            <translation>Les empreintes plus petites sont omises</translation>
        </message>
        <message>
            <source>Care&amp;ful (8 times slower)</source>
            <translation>Soign&amp;é (8 fois plus lent)</translation>
        </message>
        <message>
            <source>Averages over rotated and mirrored views of the scene</source>
            <translation>Examine aussi la scène tournée et en miroir, et prend la moyenne</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avancé</translation>
        </message>
        <message>
            <source>&amp;SAR</source>
            <translation>S&amp;AR</translation>
        </message>
        <message>
            <source>&amp;Optical</source>
            <translation>&amp;Optique</translation>
        </message>
        <message>
            <source>E&amp;xtent</source>
            <translation>Em&amp;prise</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>Mo&amp;dèle</translation>
        </message>
        <message>
            <source>Sa&amp;ve to</source>
            <translation>Enre&amp;gistrer sous</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Calcul sur</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>Polar&amp;isations</translation>
        </message>
        <message>
            <source>SAR va&amp;lues</source>
            <translation>Valeurs &amp;SAR</translation>
        </message>
        <message>
            <source>Smallest &amp;area</source>
            <translation>Surface &amp;minimale</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>Périphéri&amp;que</translation>
        </message>
        <message>
            <source>&amp;Threshold of the result</source>
            <translation>Se&amp;uil du résultat</translation>
        </message>
        <message>
            <source>&amp;Threshold</source>
            <translation>Se&amp;uil</translation>
        </message>
        <message>
            <source>The same area again</source>
            <translation>La même zone</translation>
        </message>
    </context>
    <context>
        <name>ExtractPage</name>
        <message>
            <source>&amp;Extract</source>
            <translation>E&amp;xtraire</translation>
        </message>
        <message>
            <source>&amp;Review…</source>
            <translation>Ré&amp;viser…</translation>
        </message>
        <message>
            <source>Go through the footprints of a layer, the least certain first</source>
            <translation>Parcourir les empreintes d’une couche, les moins sûres d’abord</translation>
        </message>
        <message>
            <source>The settings are filled in; change some and click Extract.</source>
            <translation>Les paramètres sont remplis ; en changer quelques-uns et cliquer sur Extraire.</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; choose another model.</source>
            <translation>Le modèle « {} » n’existe plus ; choisir un autre modèle.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Annulation…</translation>
        </message>
        <message>
            <source>Overwrite the earlier result, and replace the layer {}?</source>
            <translation>Écraser le résultat précédent et remplacer la couche {} ?</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>Écraser le résultat précédent ?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>Écraser ?</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Annu&amp;ler</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Ouvrir le journal</translation>
        </message>
    </context>
    <context>
        <name>Extraction</name>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation>Annulé ; rien n’a été écrit.</translation>
        </message>
        <message>
            <source>The footprints are ready, but not on the map, because another project was opened: {}</source>
            <translation>Les empreintes sont prêtes, mais elles ne sont pas sur la carte, car un autre projet a été ouvert : {}</translation>
        </message>
        <message>
            <source>Add to this project</source>
            <translation>Ajouter à ce projet</translation>
        </message>
        <message>
            <source>{:,} footprint in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} empreinte en {:.1f} s, dans la couche « {} ».</translation>
        </message>
        <message>
            <source>{:,} footprints in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} empreintes en {:.1f} s, dans la couche « {} ».</translation>
        </message>
        <message>
            <source>Zoom to</source>
            <translation>Zoomer dessus</translation>
        </message>
    </context>
    <context>
        <name>Failures</name>
        <message>
            <source>the server reports an error</source>
            <translation>le serveur signale une erreur</translation>
        </message>
        <message>
            <source>no connection</source>
            <translation>pas de connexion</translation>
        </message>
        <message>
            <source>the server sent no picture</source>
            <translation>le serveur n’a pas envoyé d’image</translation>
        </message>
    </context>
    <context>
        <name>FinetuneForm</name>
        <message>
            <source>With an optical layer, the optical branch is trained too and teaches the one that stands in for it where there is only SAR (hallucination branch in the paper)</source>
            <translation>Avec une couche optique, la branche optique est entraînée aussi et instruit celle qui la remplace là où il n’y a que du SAR (« hallucination branch » dans l’article)</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>D’une couche de polygones</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>De l’image optique</translation>
        </message>
        <message>
            <source>From the optical image: no outlines are needed; what the base model confidently predicts with the optical layer becomes the labels for SAR alone</source>
            <translation>De l’image optique : aucun contour n’est nécessaire ; ce que le modèle de base prédit avec certitude avec la couche optique sert de références pour le SAR seul</translation>
        </message>
        <message>
            <source>Choose a polygon layer…</source>
            <translation>Choisir une couche de polygones…</translation>
        </message>
        <message>
            <source>Outlines of buildings; unsaved edits and layer filters are taken into account</source>
            <translation>Contours de bâtiments ; les modifications non enregistrées et les filtres de la couche sont pris en compte</translation>
        </message>
        <message>
            <source>No corrections</source>
            <translation>Sans corrections</translation>
        </message>
        <message>
            <source>Outlines of buildings that you have drawn or clicked; they replace the predictions of the base model there, and a few where it errs are enough</source>
            <translation>Contours de bâtiments dessinés ou cliqués ; ils y remplacent les prédictions du modèle de base, et quelques-uns là où il se trompe suffisent</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complètes</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Incomplètes ou anciennes</translation>
        </message>
        <message>
            <source>Partly missing or old: the outlines are moved to the buildings in the optical image, and places where the base model confidently contradicts them are left out</source>
            <translation>Incomplètes ou anciennes : les contours sont déplacés vers les bâtiments de l’image optique, et les endroits où le modèle de base les contredit avec certitude sont laissés de côté</translation>
        </message>
        <message>
            <source>The new model is also judged by these predictions, not by the truth; check it on the map before you rely on it.</source>
            <translation>Le nouveau modèle est aussi jugé d’après ces prédictions, pas d’après la réalité ; le vérifier sur la carte avant de s’y fier.</translation>
        </message>
        <message>
            <source>The area in which every building has an outline; the rest of it is learned as “no building”, and nothing outside it is used. Without a layer it is the hull of the outlines, or the whole scene for labels from the optical image</source>
            <translation>La zone où chaque bâtiment a un contour ; le reste de la zone est appris comme « pas de bâtiment », et rien en dehors n’est utilisé. Sans couche, c’est l’enveloppe des contours, ou toute la scène pour des références tirées de l’image optique</translation>
        </message>
        <message>
            <source>Name of the new model in the list of models</source>
            <translation>Du nouveau modèle, dans la liste des modèles</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Rapide</translation>
        </message>
        <message>
            <source>Thorough (about four times as long)</source>
            <translation>Approfondi (env. 4 fois plus long)</translation>
        </message>
        <message>
            <source>Number of training steps</source>
            <translation>Nombre de pas d’entraînement</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Seulement les dernières couches</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Dernières couches, décodeurs</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>Tout le réseau</translation>
        </message>
        <message>
            <source>With few labels, it is safer to train fewer parts. The last layers are the fusion heads and the shared block of the paper</source>
            <translation>Avec peu de références, il est plus sûr d’entraîner moins de parties. Les dernières couches sont les têtes de fusion et le bloc partagé de l’article</translation>
        </message>
        <message>
            <source>&amp;SAR</source>
            <translation>&amp;SAR</translation>
        </message>
        <message>
            <source>&amp;Optical</source>
            <translation>&amp;Optique</translation>
        </message>
        <message>
            <source>&amp;Labels</source>
            <translation>R&amp;éférences</translation>
        </message>
        <message>
            <source>Labelled &amp;area</source>
            <translation>&amp;Zone de référence</translation>
        </message>
        <message>
            <source>&amp;Base model</source>
            <translation>Modèle de &amp;base</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>&amp;Effort</source>
            <translation>E&amp;ffort</translation>
        </message>
        <message>
            <source>&amp;Train</source>
            <translation>À en&amp;traîner</translation>
        </message>
        <message>
            <source>Hull of the labels</source>
            <translation>Enveloppe des références</translation>
        </message>
        <message>
            <source>Whole scene</source>
            <translation>Toute la scène</translation>
        </message>
        <message>
            <source>All three branches are trained; the optical branch teaches the one that stands in for it where there is only SAR.</source>
            <translation>Les trois branches sont entraînées ; la branche optique instruit celle qui la remplace là où il n’y a que du SAR.</translation>
        </message>
        <message>
            <source>Without an optical layer, only the branches for SAR alone are trained.</source>
            <translation>Sans couche optique, seules les branches pour le SAR seul sont entraînées.</translation>
        </message>
    </context>
    <context>
        <name>FinetunePage</name>
        <message>
            <source>Cancel the fine-tuning?</source>
            <translation>Annuler l’affinage ?</translation>
        </message>
        <message>
            <source>All training so far will be lost. To keep it, use “Stop and keep best” instead.</source>
            <translation>Tout l’entraînement effectué sera perdu. Pour le conserver, utiliser plutôt « Arrêter et garder le meilleur ».</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Annulation…</translation>
        </message>
        <message>
            <source>Delete the new model?</source>
            <translation>Supprimer le nouveau modèle ?</translation>
        </message>
        <message>
            <source>The new model and its report will be deleted. The base model does not change.</source>
            <translation>Le nouveau modèle et son rapport seront supprimés. Le modèle de base ne change pas.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
    </context>
    <context>
        <name>FinetuneSettings</name>
        <message>
            <source>Another model has this name; choose another: {}</source>
            <translation>Un autre modèle porte ce nom ; en choisir un autre : {}</translation>
        </message>
        <message>
            <source>Choose the polygon layer with the outlines of your buildings.</source>
            <translation>Choisir la couche de polygones qui contient les contours des bâtiments.</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Choisir une couche SAR.</translation>
        </message>
        <message>
            <source>There is no optical layer to take labels from; choose one, or a polygon layer as labels.</source>
            <translation>Il n’y a pas de couche optique d’où tirer des références ; en choisir une, ou une couche de polygones comme références.</translation>
        </message>
        <message>
            <source>The labels and the labelled area are the same layer; for the area, choose polygons in which every building has an outline, or the hull of the labels.</source>
            <translation>Les références et la zone de référence sont la même couche ; comme zone, choisir des polygones où chaque bâtiment a un contour, ou l’enveloppe des références.</translation>
        </message>
        <message>
            <source>The base model cannot be read; choose another.</source>
            <translation>Le modèle de base ne peut pas être lu ; en choisir un autre.</translation>
        </message>
    </context>
    <context>
        <name>Finetuning</name>
        <message>
            <source>Fine-tuning “{}”</source>
            <translation>Affinage de « {} »</translation>
        </message>
    </context>
    <context>
        <name>HelpButton</name>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Open the guide in the browser</source>
            <translation>La page du guide à ce sujet, dans le navigateur</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Earlier runs and saved settings, to fill in the fields</source>
            <translation>Exécutions précédentes et paramètres enregistrés, pour remplir les champs</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Aucune exécution pour l’instant</translation>
        </message>
        <message>
            <source>Save settings…</source>
            <translation>Enregistrer les paramètres…</translation>
        </message>
        <message>
            <source>Open settings…</source>
            <translation>Ouvrir des paramètres…</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>Vider cette liste</translation>
        </message>
        <message>
            <source>The settings were saved: {}</source>
            <translation>Les paramètres ont été enregistrés : {}</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>Ouvrir des paramètres</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>Enregistrer les paramètres</translation>
        </message>
        <message>
            <source>Settings (*{})</source>
            <translation>Paramètres (*{})</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprint</source>
            <translation>{} · {} · {} · {:,} empreinte</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprints</source>
            <translation>{} · {} · {} · {:,} empreintes</translation>
        </message>
        <message>
            <source>The file has no settings of an extraction, or those of a newer version; choose a file that was written by Save settings: {}</source>
            <translation>Le fichier ne contient pas les paramètres d’une extraction, ou ceux d’une version plus récente ; choisissez un fichier écrit par « Enregistrer les paramètres » : {}</translation>
        </message>
    </context>
    <context>
        <name>InstallBox</name>
        <message>
            <source>&amp;Options…</source>
            <translation>&amp;Options…</translation>
        </message>
        <message>
            <source>Where packages come from, or another Python</source>
            <translation>D’où viennent les paquets, ou un autre Python</translation>
        </message>
    </context>
    <context>
        <name>InstallFailure</name>
        <message>
            <source>This Linux is too old for PyTorch, which needs glibc 2.28; use Debian 10, Ubuntu 20.04, RHEL 8 or newer, or QGIS from Flathub.</source>
            <translation>Ce Linux est trop ancien pour PyTorch, qui demande glibc 2.28 ; utiliser Debian 10, Ubuntu 20.04, RHEL 8 ou plus récent, ou QGIS depuis Flathub.</translation>
        </message>
        <message>
            <source>There is no PyTorch for Macs with an Intel processor; use a Mac with an Apple processor, or another computer.</source>
            <translation>PyTorch n’existe pas pour les Mac à processeur Intel ; utiliser un Mac à processeur Apple ou un autre ordinateur.</translation>
        </message>
        <message>
            <source>A rule of your organisation (AppLocker, App Control) forbids programs in the folder of the environment; ask your administrator to allow that folder, or for another one to install into.</source>
            <translation>Une règle de votre organisation (AppLocker, App Control) interdit les programmes dans le dossier de l’environnement ; demander à l’administrateur d’autoriser ce dossier ou d’en indiquer un autre pour l’installation.</translation>
        </message>
        <message>
            <source>The program {0} cannot be started, often because a rule of your organisation or a virus scanner forbids programs in its folder; ask your administrator to allow that folder.</source>
            <translation>Le programme {0} ne peut pas être lancé, souvent parce qu’une règle de votre organisation ou un antivirus interdit les programmes dans son dossier ; demander à l’administrateur d’autoriser ce dossier.</translation>
        </message>
        <message>
            <source>A package is not the one that this version of the plugin was released with, and was not installed, often because a proxy alters files; use another network or a folder of wheels, or enter the index in the options if you trust it.</source>
            <translation>Un paquet n’est pas celui avec lequel cette version de l’extension a été publiée, et n’a pas été installé, souvent parce qu’un proxy modifie les fichiers ; utiliser un autre réseau ou un dossier de wheels, ou saisir l’index dans les options s’il est digne de confiance.</translation>
        </message>
        <message>
            <source>The disk is full; free up space on the disk of the QGIS profile, then try again.</source>
            <translation>Le disque est plein ; libérer de l’espace sur le disque du profil QGIS, puis réessayer.</translation>
        </message>
        <message>
            <source>Memory ran out; close other programs, or let Windows manage the size of the paging file, then try again.</source>
            <translation>La mémoire est épuisée ; fermer d’autres programmes, ou laisser Windows gérer la taille du fichier d’échange, puis réessayer.</translation>
        </message>
        <message>
            <source>OneDrive holds back files of the environment; exclude the folder of the QGIS profile from OneDrive, or ask your administrator for another folder to install into.</source>
            <translation>OneDrive retient des fichiers de l’environnement ; exclure le dossier du profil QGIS de OneDrive, ou demander à l’administrateur un autre dossier pour l’installation.</translation>
        </message>
        <message>
            <source>Another program, often a virus scanner, has a file of the environment open; wait a minute and try again, or exclude the QGIS profile from scanning.</source>
            <translation>Un autre programme, souvent un antivirus, a un fichier de l’environnement ouvert ; attendre une minute et réessayer, ou exclure le profil QGIS de l’analyse.</translation>
        </message>
        <message>
            <source>A path became too long; switch on long paths in Windows, or use a QGIS profile in a folder with a shorter name.</source>
            <translation>Un chemin est devenu trop long ; activer les chemins longs dans Windows, ou utiliser un profil QGIS dans un dossier au nom plus court.</translation>
        </message>
        <message>
            <source>The environment’s folder cannot be written; check the permissions of the folder of the QGIS profile.</source>
            <translation>Le dossier de l’environnement ne peut pas être écrit ; vérifier les permissions du dossier du profil QGIS.</translation>
        </message>
        <message>
            <source>Windows cannot load a library of the environment; install Microsoft’s Visual C++ runtime from https://aka.ms/vc14/vc_redist.x64.exe, then try again.</source>
            <translation>Windows ne peut pas charger une bibliothèque de l’environnement ; installer le composant Visual C++ de Microsoft depuis https://aka.ms/vc14/vc_redist.x64.exe, puis réessayer.</translation>
        </message>
        <message>
            <source>The GPU is too old for the installed build of PyTorch; choose CPU as the device, or remove the environment and install it again.</source>
            <translation>Le GPU est trop ancien pour la version installée de PyTorch ; choisir le processeur comme périphérique, ou supprimer l’environnement et le réinstaller.</translation>
        </message>
        <message>
            <source>The processor lacks instructions that the libraries use; use a computer with a newer processor.</source>
            <translation>Il manque au processeur des instructions que les bibliothèques utilisent ; utiliser un ordinateur au processeur plus récent.</translation>
        </message>
        <message>
            <source>The installation was killed, perhaps because memory ran out; close other programs and try again.</source>
            <translation>L’installation a été interrompue de l’extérieur, peut-être faute de mémoire ; fermer d’autres programmes et réessayer.</translation>
        </message>
        <message>
            <source>Python crashed ({0}), often because of a virus scanner or a damaged file; exclude the QGIS profile from scanning, remove the environment, and install it again.</source>
            <translation>Python a planté ({0}), souvent à cause d’un antivirus ou d’un fichier endommagé ; exclure le profil QGIS de l’analyse, supprimer l’environnement et le réinstaller.</translation>
        </message>
        <message>
            <source>A step took too long and was stopped, often because a virus scanner reads every file; try again, or exclude the QGIS profile from scanning.</source>
            <translation>Une étape a duré trop longtemps et a été arrêtée, souvent parce qu’un antivirus lit chaque fichier ; réessayer, ou exclure le profil QGIS de l’analyse.</translation>
        </message>
        <message>
            <source>The Python that was found cannot connect securely (no SSL); install Python from python.org, or the program uv, then try again.</source>
            <translation>Le Python trouvé ne peut pas établir de connexion sécurisée (pas de SSL) ; installer Python depuis python.org, ou le programme uv, puis réessayer.</translation>
        </message>
        <message>
            <source>The Python that was found lacks the module ensurepip; install the package python3-venv, or the program uv, then try again.</source>
            <translation>Il manque au Python trouvé le module ensurepip ; installer le paquet python3-venv, ou le programme uv, puis réessayer.</translation>
        </message>
        <message>
            <source>The proxy requires a user name and a password; enter them in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>Le proxy demande un nom d’utilisateur et un mot de passe ; les saisir dans Préférences &gt; Options &gt; Réseau, puis réessayer.</translation>
        </message>
        <message>
            <source>pip cannot use a SOCKS proxy; install the program uv, which can, or install from a folder of wheels.</source>
            <translation>pip ne peut pas utiliser un proxy SOCKS ; installer le programme uv, qui le peut, ou installer depuis un dossier de wheels.</translation>
        </message>
        <message>
            <source>The proxy refuses to connect ({0}); ask its administrator to allow the package index, or install from a folder of wheels.</source>
            <translation>Le proxy refuse la connexion ({0}) ; demander à son administrateur d’autoriser l’index de paquets, ou installer depuis un dossier de wheels.</translation>
        </message>
        <message>
            <source>The proxy cannot be reached; check it in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>Le proxy est injoignable ; le vérifier dans Préférences &gt; Options &gt; Réseau, puis réessayer.</translation>
        </message>
        <message>
            <source>The package index has a certificate that is not trusted, often that of a proxy; add your organisation’s certificate in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
            <translation>L’index de paquets a un certificat qui n’est pas approuvé, souvent celui d’un proxy ; ajouter le certificat de votre organisation dans Préférences &gt; Options &gt; Authentification &gt; Gestion des Certificats, puis réessayer.</translation>
        </message>
        <message>
            <source>The package index refuses access ({0}); check its address and its password.</source>
            <translation>L’index de paquets refuse l’accès ({0}) ; vérifier son adresse et son mot de passe.</translation>
        </message>
        <message>
            <source>The network failed or the package index cannot be reached; check the connection, then try again: what has been downloaded is kept.</source>
            <translation>Le réseau a fait défaut ou l’index de paquets est injoignable ; vérifier la connexion, puis réessayer : ce qui a été téléchargé est conservé.</translation>
        </message>
        <message>
            <source>The Python that was found is not compatible with PyTorch; install Python 3.12 from python.org, or the program uv, then try again.</source>
            <translation>Le Python trouvé n’est pas compatible avec PyTorch ; installer Python 3.12 depuis python.org, ou le programme uv, puis réessayer.</translation>
        </message>
        <message>
            <source>There is no package {0} for this system and this Python; use Python 3.12, another package index or a more complete folder of wheels.</source>
            <translation>Il n’y a pas de paquet {0} pour ce système et ce Python ; utiliser Python 3.12, un autre index de paquets ou un dossier de wheels plus complet.</translation>
        </message>
        <message>
            <source>no output</source>
            <translation>sans explication</translation>
        </message>
        <message>
            <source>The installation failed ({}); see the log.</source>
            <translation>L’installation a échoué ({}) ; voir le journal.</translation>
        </message>
        <message>
            <source>This QGIS is made for Intel processors, for which there is no PyTorch; install the QGIS for Apple processors.</source>
            <translation>Ce QGIS est fait pour les processeurs Intel, pour lesquels PyTorch n’existe pas ; installer le QGIS pour processeurs Apple.</translation>
        </message>
    </context>
    <context>
        <name>InstallTask</name>
        <message>
            <source>Install Python for CMH-CL</source>
            <translation>Installer Python pour CMH-CL</translation>
        </message>
    </context>
    <context>
        <name>InstallView</name>
        <message>
            <source>Cance&amp;l</source>
            <translation>A&amp;nnuler</translation>
        </message>
        <message>
            <source>&amp;Install</source>
            <translation>&amp;Installer</translation>
        </message>
        <message>
            <source>Co&amp;ntinue</source>
            <translation>C&amp;ontinuer</translation>
        </message>
        <message>
            <source>&amp;Update</source>
            <translation>&amp;Mettre à jour</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Ouvrir le journal</translation>
        </message>
        <message>
            <source>The installation is not complete.</source>
            <translation>L’installation n’est pas allée jusqu’au bout.</translation>
        </message>
        <message>
            <source>The installed libraries do not match this version of the plugin; update them.</source>
            <translation>Les bibliothèques installées ne correspondent pas à cette version de l’extension ; les mettre à jour.</translation>
        </message>
        <message>
            <source>Installed on {} in {}: {}.</source>
            <translation>Installé le {} dans {} : {}.</translation>
        </message>
        <message>
            <source>Footprints are computed outside QGIS, in a separate Python environment. Install creates it in {}: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>Les empreintes sont calculées hors de QGIS, dans un environnement Python séparé. « Installer » le crée dans {} : environ {:.1f} Go à télécharger et {:.1f} Go sur le disque.</translation>
        </message>
        <message>
            <source>With an NVIDIA GPU it is {:.1f} and {:.1f} GB.</source>
            <translation>Avec un GPU NVIDIA, ce sont {:.1f} et {:.1f} Go.</translation>
        </message>
    </context>
    <context>
        <name>Installation</name>
        <message>
            <source>QGIS runs as a {}: the Python inside it is used, not the computer’s.</source>
            <translation>QGIS s’exécute en tant que {} : c’est le Python qu’il contient qui est utilisé, et non celui de l’ordinateur.</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Looking for Python</source>
            <translation>Recherche de Python</translation>
        </message>
        <message>
            <source>Creating the environment</source>
            <translation>Création de l’environnement</translation>
        </message>
        <message>
            <source>Updating pip</source>
            <translation>Préparation de pip</translation>
        </message>
        <message>
            <source>Installing PyTorch</source>
            <translation>Installation de PyTorch</translation>
        </message>
        <message>
            <source>PyTorch’s own index cannot be reached; the build {} of the general index is installed instead: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>L’index de PyTorch est inaccessible ; la version {} de l’index général est installée à la place : environ {:.1f} Go à télécharger et {:.1f} Go sur le disque.</translation>
        </message>
        <message>
            <source>Installing the other libraries</source>
            <translation>Installation des autres bibliothèques</translation>
        </message>
        <message>
            <source>Installing OpenVINO</source>
            <translation>Installation d’OpenVINO</translation>
        </message>
        <message>
            <source>OpenVINO could not be installed, so extractions take longer on the CPU: {}</source>
            <translation>OpenVINO n’a pas pu être installé, les extractions sur le processeur sont donc plus longues : {}</translation>
        </message>
        <message>
            <source>{}: some packages are not in the plugin’s lock file, so their hashes are not compared.</source>
            <translation>{} : certains paquets ne figurent pas dans le fichier de verrouillage de l’extension, leurs empreintes ne sont donc pas comparées.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose a folder of wheels to install from, or ask your administrator.</source>
            <translation>Les réglages de cet ordinateur n’autorisent pas le réseau ; choisir un dossier de wheels pour l’installation, ou demander à l’administrateur.</translation>
        </message>
        <message>
            <source>The installation needs {:,} MB on the disk of {}, which has {:,} MB free; free up space there, then try again.</source>
            <translation>L’installation demande {:,} Mo sur le disque de {}, où il en reste {:,} ; y libérer de l’espace, puis réessayer.</translation>
        </message>
    </context>
    <context>
        <name>Installer</name>
        <message>
            <source>Another QGIS window is installing; wait until it has finished.</source>
            <translation>Une autre fenêtre QGIS est en train de le faire ; attendre qu’elle ait fini.</translation>
        </message>
        <message>
            <source>Cancelled; what has been downloaded is kept.</source>
            <translation>Annulé ; ce qui a été téléchargé est conservé.</translation>
        </message>
        <message>
            <source>{:,} of about {:,} MB</source>
            <translation>{:,} sur environ {:,} Mo</translation>
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
            <translation>Il n’y a pas de Python {}.{} à {}.{} avec les modules venv et ensurepip ; {}, puis réessayer.</translation>
        </message>
        <message>
            <source>install the program uv into ~/.local/bin</source>
            <translation>installer le programme uv dans ~/.local/bin</translation>
        </message>
        <message>
            <source>install the package python3-venv</source>
            <translation>installer le paquet python3-venv</translation>
        </message>
        <message>
            <source>install Python from python.org, or the program uv</source>
            <translation>installer Python depuis python.org, ou le programme uv</translation>
        </message>
    </context>
    <context>
        <name>JobProgress</name>
        <message>
            <source>Starting…</source>
            <translation>Démarrage…</translation>
        </message>
    </context>
    <context>
        <name>LabelCheck</name>
        <message>
            <source>Reading the layers</source>
            <translation>Lecture des couches</translation>
        </message>
    </context>
    <context>
        <name>LabelNext</name>
        <message>
            <source>{:,} blocks where the model is least certain are on the map. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.</source>
            <translation>{:,} blocs où le modèle est le moins sûr sont sur la carte. Numériser chaque bâtiment dans quelques-uns, supprimer les autres, puis affiner le modèle avec eux comme zone de référence.</translation>
        </message>
    </context>
    <context>
        <name>LabelsAction</name>
        <message>
            <source>Use as labels for fine-tuning…</source>
            <translation>Utiliser pour l’affinage…</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>No polygon is selected; select one in a polygon layer.</source>
            <translation>Aucun polygone n’est sélectionné ; en sélectionner un dans une couche de polygones.</translation>
        </message>
        <message>
            <source>Polygons are selected in {}; make one of these layers active.</source>
            <translation>Des polygones sont sélectionnés dans {} ; rendre active l’une de ces couches.</translation>
        </message>
        <message>
            <source>“{}” is being edited; save its edits or discard them, then filter it.</source>
            <translation>« {} » est en cours d’édition ; enregistrer ou annuler les modifications, puis filtrer.</translation>
        </message>
        <message>
            <source>“{}” cannot be filtered; save it as a GeoPackage first.</source>
            <translation>« {} » ne peut pas être filtrée ; l’enregistrer d’abord comme GeoPackage.</translation>
        </message>
        <message>
            <source>“{}” has a filter that is not a plain condition; change or remove it, then filter by confidence.</source>
            <translation>« {} » a un filtre qui n’est pas une simple condition ; le modifier ou le supprimer, puis filtrer par confiance.</translation>
        </message>
        <message>
            <source>The footprints cannot be opened; run the extraction again: {}</source>
            <translation>Les empreintes ne peuvent pas être ouvertes ; relancer l’extraction : {}</translation>
        </message>
        <message>
            <source>The layer “{}” was edited meanwhile and was not changed; move the slider again.</source>
            <translation>La couche « {} » a été modifiée entre-temps et n’a pas été changée ; déplacez à nouveau le curseur.</translation>
        </message>
        <message>
            <source>The footprints of “{}” cannot be replaced ({}); {}</source>
            <translation>Les empreintes de « {} » ne peuvent pas être remplacées ({}) ; {}</translation>
        </message>
        <message>
            <source>the file is read-only</source>
            <translation>le fichier est en lecture seule</translation>
        </message>
        <message>
            <source>run the extraction again into another file.</source>
            <translation>refaire l’extraction dans un autre fichier.</translation>
        </message>
        <message>
            <source>Footprint</source>
            <translation>Empreinte</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiance</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Surface (m²)</translation>
        </message>
        <message>
            <source>Share of optical</source>
            <translation>Part de l’optique</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Right angles</source>
            <translation>Angles droits</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Vérification</translation>
        </message>
        <message>
            <source>dB</source>
            <translation>dB</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>amplitude</translation>
        </message>
        <message>
            <source>power</source>
            <translation>puissance</translation>
        </message>
        <message>
            <source>“{}” is an online layer, not a file; choose it as Optical on the page Extract, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>« {} » est une couche en ligne, pas un fichier ; la choisir comme Optique dans la page Extraire, ou l’enregistrer en GeoTIFF (clic droit, Exporter &gt; Enregistrer sous…) et choisir celui-ci.</translation>
        </message>
        <message>
            <source>The file of the layer “{}” no longer exists; choose another layer: {}</source>
            <translation>Le fichier de la couche « {} » n’existe plus ; choisir une autre couche : {}</translation>
        </message>
        <message>
            <source>The layer “{}” is not a raster file on this computer; save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>La couche « {} » n’est pas un fichier raster sur cet ordinateur ; l’enregistrer en GeoTIFF (clic droit, Exporter &gt; Enregistrer sous…) et choisir celui-ci.</translation>
        </message>
        <message>
            <source>The layer “{}” is on a server; allow rasters on servers in Settings &gt; Options &gt; CMH-CL, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>La couche « {} » est sur un serveur ; autoriser les rasters sur des serveurs dans Préférences &gt; Options &gt; CMH-CL, ou l’enregistrer en GeoTIFF (clic droit, Exporter &gt; Enregistrer sous…) et choisir celui-ci.</translation>
        </message>
        <message>
            <source>“{}” is an online layer, a picture without SAR values; choose a SAR raster file.</source>
            <translation>« {} » est une couche en ligne, une image sans valeurs SAR ; choisir un fichier raster SAR.</translation>
        </message>
        <message>
            <source>The SAR layers have different coordinate systems; set the same one for all of them (Layer &gt; Set CRS of Layer(s)…): {}</source>
            <translation>Les couches SAR ont des systèmes de coordonnées différents ; définir le même pour toutes (Couche &gt; Définir le SCR des couches…) : {}</translation>
        </message>
        <message>
            <source>The layer “{}” has no coordinate system; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>La couche « {} » n’a pas de système de coordonnées ; le définir (Couche &gt; Définir le SCR des couches…).</translation>
        </message>
        <message>
            <source>The blocks cannot be opened; try again: {}</source>
            <translation>Les blocs ne peuvent pas être ouverts ; réessayer : {}</translation>
        </message>
        <message>
            <source>Label next: {}</source>
            <translation>À numériser ensuite : {}</translation>
        </message>
        <message>
            <source>“{}”</source>
            <translation>« {} »</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon; draw the area or choose another.</source>
            <translation>La couche « {} » n’a pas de polygone ; dessiner la zone ou en choisir une autre.</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon where the SAR layer “{}” is; choose another layer, or check the coordinate systems of both.</source>
            <translation>La couche « {} » n’a pas de polygone là où se trouve la couche SAR « {} » ; choisir une autre couche, ou vérifier les systèmes de coordonnées des deux.</translation>
        </message>
        <message>
            <source>The polygons of “{}” cannot be written ({}); free up disk space: {}</source>
            <translation>Les polygones de « {} » ne peuvent pas être écrits ({}) ; libérer de l’espace disque : {}</translation>
        </message>
        <message>
            <source>the file is incomplete</source>
            <translation>le fichier est incomplet</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Probabilités : {}</translation>
        </message>
        <message>
            <source>The probabilities cannot be opened; run the extraction again: {}</source>
            <translation>Les probabilités ne peuvent pas être ouvertes ; relancez l'extraction : {}</translation>
        </message>
        <message>
            <source>Probability of building</source>
            <translation>Probabilité de bâtiment</translation>
        </message>
        <message>
            <source>Uncertainty</source>
            <translation>Incertitude</translation>
        </message>
        <message>
            <source>The layer “{}” is being edited; save its edits or discard them first.</source>
            <translation>La couche « {} » est en cours de modification ; enregistrer d’abord ses modifications ou les abandonner.</translation>
        </message>
        <message>
            <source>The layer “{}” is read-only; allow edits in Project &gt; Properties… &gt; Data Sources.</source>
            <translation>La couche « {} » est en lecture seule ; autoriser les modifications dans Projet &gt; Propriétés… &gt; Sources de données.</translation>
        </message>
        <message>
            <source>The layer “{}” is a view or a query and cannot be edited; choose the layer that it reads, or save it as a layer of its own (Export &gt; Save Features As…).</source>
            <translation>La couche « {} » est une vue ou une requête et ne peut pas être modifiée ; choisir la couche qu’elle lit, ou l’enregistrer comme couche à part (Exporter &gt; Sauvegarder les entités sous…).</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be read; check that its file is still there: {}</source>
            <translation>La couche « {} » ne peut pas être lue ; vérifier que son fichier est toujours là : {}</translation>
        </message>
        <message>
            <source>Only {:,} of {:,} features of the layer “{}” could be read; check the connection to its server, or save it as a GeoPackage (Export &gt; Save Features As…).</source>
            <translation>Seulement {:,} des {:,} entités de la couche « {} » ont pu être lues ; vérifier la connexion à son serveur, ou l’enregistrer comme GeoPackage (Exporter &gt; Sauvegarder les entités sous…).</translation>
        </message>
        <message>
            <source>Footprints {} · {} · {}</source>
            <translation>Empreintes {} · {} · {}</translation>
        </message>
        <message>
            <source>The comparison cannot be opened; compare again: {}</source>
            <translation>La comparaison ne peut pas être ouverte ; comparer à nouveau : {}</translation>
        </message>
        <message>
            <source>The validation blocks cannot be opened; start the fine-tuning again: {}</source>
            <translation>Les blocs de validation ne peuvent pas être ouverts ; relancer l’affinage : {}</translation>
        </message>
    </context>
    <context>
        <name>MessageArea</name>
        <message>
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
    </context>
    <context>
        <name>ModelChoice</name>
        <message>
            <source>Other folder…</source>
            <translation>Autre dossier…</translation>
        </message>
        <message>
            <source>Choose a model folder</source>
            <translation>Choisir un dossier de modèle</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; the default model is chosen instead.</source>
            <translation>Le modèle « {} » n’existe plus ; le modèle par défaut est choisi à la place.</translation>
        </message>
    </context>
    <context>
        <name>ModelExport</name>
        <message>
            <source>The folder exists; choose another name: {}</source>
            <translation>Le dossier existe ; choisir un autre nom : {}</translation>
        </message>
        <message>
            <source>Export of {}</source>
            <translation>Export de {}</translation>
        </message>
    </context>
    <context>
        <name>ModelList</name>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>IoU (SAR)</source>
            <translation>IoU (SAR)</translation>
        </message>
        <message>
            <source>IoU (+ optical)</source>
            <translation>IoU (+ optique)</translation>
        </message>
        <message>
            <source>Measured on</source>
            <translation>Mesuré sur</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Entraîné</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modèle de base</translation>
        </message>
        <message>
            <source>Overlap with the labelled buildings, 0 to 1, in areas that were not used for training</source>
            <translation>Recouvrement avec les références, de 0 à 1, dans des zones non utilisées pour l’entraînement</translation>
        </message>
        <message>
            <source>From SAR alone: {}</source>
            <translation>Avec le SAR seul : {}</translation>
        </message>
        <message>
            <source>With an optical layer: {}</source>
            <translation>Avec une couche optique : {}</translation>
        </message>
        <message>
            <source>broken</source>
            <translation>défectueux</translation>
        </message>
    </context>
    <context>
        <name>Models</name>
        <message>
            <source>Base model</source>
            <translation>Modèle de base</translation>
        </message>
        <message>
            <source>Base model, its threshold chosen here</source>
            <translation>Modèle de base, seuil choisi ici</translation>
        </message>
        <message>
            <source>This model</source>
            <translation>Ce modèle</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarisations</translation>
        </message>
        <message>
            <source>SAR values</source>
            <translation>Valeurs SAR</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Optique</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Références</translation>
        </message>
        <message>
            <source>Correction of the labels</source>
            <translation>Correction des références</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Bâtiments</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Blocs</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Scènes</translation>
        </message>
        <message>
            <source>Validated on</source>
            <translation>Validé sur</translation>
        </message>
        <message>
            <source>Training steps</source>
            <translation>Pas d’entraînement</translation>
        </message>
        <message>
            <source>Training time</source>
            <translation>Durée de l’entraînement</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <source>Pixel size</source>
            <translation>Taille de pixel</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Seuil</translation>
        </message>
        <message>
            <source>Computed on</source>
            <translation>Calculé sur</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Poids</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>{} for training, {} for validation</source>
            <translation>{} pour l’entraînement, {} pour la validation</translation>
        </message>
        <message>
            <source>from the optical image</source>
            <translation>de l’image optique</translation>
        </message>
        <message>
            <source>from the optical image, {} buildings corrected</source>
            <translation>de l’image optique, {} bâtiments corrigés</translation>
        </message>
        <message>
            <source>{}, partly missing or old</source>
            <translation>{}, incomplètes ou anciennes</translation>
        </message>
        <message>
            <source>moved by {:.1f} m on average, {:.0%} of the area left out</source>
            <translation>déplacées de {:.1f} m en moyenne, {:.0%} de la zone laissé de côté</translation>
        </message>
        <message>
            <source>Record of the training (English)</source>
            <translation>Relevé de l’entraînement (en anglais)</translation>
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
            <translation>F1 des bâtiments</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU des bords</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Erreur de calibration</translation>
        </message>
        <message>
            <source>Calibration error before</source>
            <translation>Erreur de calibration avant</translation>
        </message>
        <message>
            <source>Scale of the logits</source>
            <translation>Échelle des logits</translation>
        </message>
        <message>
            <source>Offset of the logits</source>
            <translation>Décalage des logits</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>SAR seul</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Avec l’optique</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Calibration</translation>
        </message>
        <message>
            <source>Simulated scenes</source>
            <translation>Scènes simulées</translation>
        </message>
        <message>
            <source>Real scenes, never trained on</source>
            <translation>Scènes réelles, jamais utilisées pour l’entraînement</translation>
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
            <translation>E</translation>
        </message>
        <message>
            <source>W</source>
            <translation>O</translation>
        </message>
        <message>
            <source>Zip file, for this plugin (*.zip)</source>
            <translation>Fichier zip, pour cette extension (*.zip)</translation>
        </message>
        <message>
            <source>Folder with ONNX and STAC, for other programs (*)</source>
            <translation>Dossier avec ONNX et STAC, pour d’autres programmes (*)</translation>
        </message>
        <message>
            <source>Folder with STAC alone, for catalogues (*)</source>
            <translation>Dossier avec STAC seul, pour des catalogues (*)</translation>
        </message>
        <message>
            <source>Export model</source>
            <translation>Exporter le modèle</translation>
        </message>
        <message>
            <source>1 block</source>
            <translation>1 bloc</translation>
        </message>
        <message>
            <source>{} blocks</source>
            <translation>{} blocs</translation>
        </message>
        <message>
            <source>1 scene</source>
            <translation>1 scène</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} scènes</translation>
        </message>
        <message>
            <source>Trained on: {}</source>
            <translation>Entraîné sur : {}</translation>
        </message>
        <message>
            <source>“{}” is a copy of its base model, because the trained weights were not better on the validation blocks by more than chance. Keep the base model.</source>
            <translation>« {} » est une copie de son modèle de base, car les poids entraînés n’étaient pas meilleurs sur les blocs de validation au-delà du hasard. Garder le modèle de base.</translation>
        </message>
        <message>
            <source>better</source>
            <translation>meilleur</translation>
        </message>
        <message>
            <source>no better</source>
            <translation>pas meilleur</translation>
        </message>
        <message>
            <source>worse</source>
            <translation>moins bon</translation>
        </message>
        <message>
            <source>Compared with its base model on the validation blocks, which it was not trained on, “{}” is {} from SAR alone and {} with optical. Use it where it is better.</source>
            <translation>Comparé à son modèle de base sur les blocs de validation, avec lesquels il n’a pas été entraîné, « {} » est {} avec le SAR seul et {} avec l’optique. L’utiliser là où il est meilleur.</translation>
        </message>
        <message>
            <source>On the validation blocks, “{}” is no better than its base model with a threshold of {:.2f}, which is the best one there. Keep the base model, and set that threshold.</source>
            <translation>Sur les blocs de validation, « {} » n’est pas meilleur que son modèle de base avec un seuil de {:.2f}, le meilleur à cet endroit. Garder le modèle de base et régler ce seuil.</translation>
        </message>
        <message>
            <source>The best threshold there is {:.2f}.</source>
            <translation>Le meilleur seuil y est {:.2f}.</translation>
        </message>
        <message>
            <source>IoU: intersection over union of the pixels of buildings, 0 to 1; higher is better</source>
            <translation>IoU : intersection sur union des pixels de bâtiments, de 0 à 1 ; plus haut est meilleur</translation>
        </message>
        <message>
            <source>F1: harmonic mean of precision and recall of these pixels, 0 to 1</source>
            <translation>F1 : moyenne harmonique de la précision et du rappel de ces pixels, de 0 à 1</translation>
        </message>
        <message>
            <source>Object F1: the same of whole buildings that match a label</source>
            <translation>F1 des objets : la même chose pour des bâtiments entiers qui correspondent à une référence</translation>
        </message>
        <message>
            <source>Calibration error: mean difference between a probability and the share of buildings where it is predicted; lower is better</source>
            <translation>Erreur de calibration : différence moyenne entre une probabilité et la part de bâtiments là où elle est prédite ; plus bas est meilleur</translation>
        </message>
        <message>
            <source>“{}” is better than its base model on the validation blocks, which it was not trained on.</source>
            <translation>« {} » est meilleur que son modèle de base sur les blocs de validation, avec lesquels il n’a pas été entraîné.</translation>
        </message>
        <message>
            <source>“{}” is no better than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>« {} » n’est pas meilleur que son modèle de base sur les blocs de validation, avec lesquels il n’a pas été entraîné. Garder le modèle de base.</translation>
        </message>
        <message>
            <source>“{}” is worse than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>« {} » est moins bon que son modèle de base sur les blocs de validation, avec lesquels il n’a pas été entraîné. Garder le modèle de base.</translation>
        </message>
        <message>
            <source>“{}” could not be validated: the labelled area is too small for validation blocks. Judge it on the map before you rely on it.</source>
            <translation>« {} » n’a pas pu être validé : la zone de référence est trop petite pour des blocs de validation. L’évaluer sur la carte avant de s’y fier.</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>Create your own models on the page Fine-tune, or drop the zip file of a model here.</source>
            <translation>Créer vos propres modèles à la page Affiner, ou déposer ici le fichier zip d’un modèle.</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;Utiliser</translation>
        </message>
        <message>
            <source>Extract with this model</source>
            <translation>Extraire avec ce modèle</translation>
        </message>
        <message>
            <source>Re&amp;port</source>
            <translation>Ra&amp;pport</translation>
        </message>
        <message>
            <source>Open the report of its training in the browser</source>
            <translation>Ouvrir le rapport de son entraînement dans le navigateur</translation>
        </message>
        <message>
            <source>Show on &amp;map</source>
            <translation>Voir sur la &amp;carte</translation>
        </message>
        <message>
            <source>The area that it was trained on</source>
            <translation>La zone sur laquelle il a été entraîné</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Re&amp;nommer…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Supprimer…</translation>
        </message>
        <message>
            <source>Save the model as a zip file, or as ONNX files and STAC items</source>
            <translation>Enregistrer le modèle en un fichier zip, ou en fichiers ONNX et éléments STAC</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importer…</translation>
        </message>
        <message>
            <source>Add a model from a zip file, or drop the file here</source>
            <translation>Ajouter un modèle depuis un fichier zip, ou déposer le fichier ici</translation>
        </message>
        <message>
            <source>The training area of “{}” cannot be transformed to the map’s coordinate system; choose another one for the map.</source>
            <translation>La zone d’entraînement de « {} » ne peut pas être transformée dans le système de coordonnées de la carte ; en choisir un autre pour la carte.</translation>
        </message>
        <message>
            <source>Rename model</source>
            <translation>Renommer le modèle</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Delete “{}” from disk? This cannot be undone.</source>
            <translation>Supprimer « {} » du disque ? Cette action est irréversible.</translation>
        </message>
        <message>
            <source>Delete model</source>
            <translation>Supprimer le modèle</translation>
        </message>
        <message>
            <source>Can&amp;cel</source>
            <translation>&amp;Annuler</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>E&amp;xporter…</translation>
        </message>
        <message>
            <source>The model was saved: {}</source>
            <translation>Le modèle a été enregistré : {}</translation>
        </message>
        <message>
            <source>Import model</source>
            <translation>Importer un modèle</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Fichiers zip (*.zip)</translation>
        </message>
        <message>
            <source>Imported “{}”.</source>
            <translation>« {} » importé.</translation>
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>Show &amp;probabilities</source>
            <translation>Afficher les &amp;probabilités</translation>
        </message>
        <message>
            <source>Export for &amp;OpenStreetMap…</source>
            <translation>Exporter pour &amp;OpenStreetMap…</translation>
        </message>
        <message>
            <source>Processing is not enabled; enable it in QGIS’s plugins and try again.</source>
            <translation>Traitement n'est pas activé ; activez-le dans les extensions de QGIS et réessayez.</translation>
        </message>
    </context>
    <context>
        <name>Online</name>
        <message>
            <source>Fetch the picture of “{}” for this place: {:,} × {:,} pixels, roughly {:,.0f} MB?

Check the provider’s terms first: many forbid fetching large areas, or deriving maps from their pictures. You are asked once for this layer.</source>
            <translation>Télécharger l’image de « {} » pour ce lieu : {:,} × {:,} pixels, environ {:,.0f} Mo ?

Vérifier d’abord les conditions du fournisseur : beaucoup interdisent de télécharger de grandes zones ou de tirer des cartes de leurs images. La question n’est posée qu’une fois pour cette couche.</translation>
        </message>
        <message>
            <source>Fetch the online layer?</source>
            <translation>Télécharger la couche en ligne ?</translation>
        </message>
        <message>
            <source>The SAR layer “{}” has no coordinate system, so an online layer cannot be fetched for it; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>La couche SAR « {} » n’a pas de système de coordonnées, si bien qu’aucune couche en ligne ne peut être téléchargée pour elle ; le définir (Couche &gt; Définir le SCR des couches…).</translation>
        </message>
        <message>
            <source>The area is outside the SAR layer “{}”; choose another area.</source>
            <translation>La zone est hors de la couche SAR « {} » ; choisir une autre zone.</translation>
        </message>
        <message>
            <source>The area cannot be transformed to the SAR layer’s coordinate system; choose another.</source>
            <translation>La zone ne peut pas être transformée dans le système de coordonnées de la couche SAR ; en choisir une autre.</translation>
        </message>
        <message>
            <source>The picture of the online layer would have {:,} million pixels, more than {:,}; choose a smaller extent.</source>
            <translation>L’image de la couche en ligne aurait {:,} millions de pixels, plus de {:,} ; choisir une emprise plus petite.</translation>
        </message>
        <message>
            <source>The picture of the online layer cannot be written; free up disk space: {}</source>
            <translation>L’image de la couche en ligne ne peut pas être écrite ; libérer de l’espace sur le disque : {}</translation>
        </message>
        <message>
            <source>The picture of “{}” has not been fetched for this place yet; start the run once.</source>
            <translation>L’image de « {} » n’a pas encore été téléchargée pour ce lieu ; lancer le traitement une fois.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose an optical layer that is a file.</source>
            <translation>Les paramètres de cet ordinateur n’autorisent pas le réseau ; choisir une couche optique qui est un fichier.</translation>
        </message>
        <message>
            <source>The online layer is no longer in the project; add it again: {}</source>
            <translation>La couche en ligne n’est plus dans le projet ; l’ajouter à nouveau : {}</translation>
        </message>
    </context>
    <context>
        <name>OpticalCombo</name>
        <message>
            <source>None</source>
            <translation>Aucune</translation>
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
            <translation>Un autre interpréteur avec les mêmes bibliothèques ; vide : trouvé automatiquement</translation>
        </message>
        <message>
            <source>Chec&amp;k</source>
            <translation>&amp;Vérifier</translation>
        </message>
        <message>
            <source>Libraries, device and speed</source>
            <translation>Bibliothèques, périphérique et vitesse</translation>
        </message>
        <message>
            <source>Cop&amp;y report</source>
            <translation>&amp;Copier le rapport</translation>
        </message>
        <message>
            <source>For a bug report; it contains no personal paths</source>
            <translation>Pour un rapport d’anomalie ; il ne contient pas de chemins personnels</translation>
        </message>
        <message>
            <source>&amp;Allow rasters on servers, and files that refer to others</source>
            <translation>&amp;Autoriser les rasters sur des serveurs et les fichiers qui renvoient à d’autres</translation>
        </message>
        <message>
            <source>Rasters on a server, virtual rasters whose sources are in other folders, web maps saved as files, and the like; only for those that you trust</source>
            <translation>Rasters sur un serveur, rasters virtuels dont les sources sont dans d’autres dossiers, cartes web enregistrées en fichiers, etc. ; seulement pour ceux en qui vous avez confiance</translation>
        </message>
        <message>
            <source>Python in use</source>
            <translation>Python utilisé</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>Vérification de {}…</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>aucun pour l’instant</translation>
        </message>
    </context>
    <context>
        <name>OutputFile</name>
        <message>
            <source>Temporary file</source>
            <translation>Fichier temporaire</translation>
        </message>
    </context>
    <context>
        <name>OutputPaths</name>
        <message>
            <source>QGIS cannot open {} files here; choose one of {}: {}</source>
            <translation>QGIS ne peut pas ouvrir ici les fichiers {} ; choisissez parmi {} : {}</translation>
        </message>
        <message>
            <source>The folder does not exist; choose another: {}</source>
            <translation>Le dossier n’existe pas ; en choisir un autre : {}</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); choose another: {}</source>
            <translation>Le dossier n’est pas accessible en écriture ({}) ; en choisir un autre : {}</translation>
        </message>
        <message>
            <source>QGIS cannot open a GeoPackage with “{}” in its path; choose another name or folder, or another format: {}</source>
            <translation>QGIS ne peut pas ouvrir un GeoPackage dont le chemin contient « {} » ; choisir un autre nom ou dossier, ou un autre format : {}</translation>
        </message>
        <message>
            <source>The file is open in this project; choose another file or remove its layer: {}</source>
            <translation>Le fichier est ouvert dans ce projet ; choisir un autre fichier ou retirer sa couche : {}</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Extract</source>
            <translation>Extraire</translation>
        </message>
        <message>
            <source>Fine-tune</source>
            <translation>Affiner</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>CMH-CL Footprints</source>
            <translation>CMH-CL Empreintes de bâtiments</translation>
        </message>
    </context>
    <context>
        <name>PictureFetch</name>
        <message>
            <source>Another optical layer was chosen meanwhile; start again.</source>
            <translation>Une autre couche optique a été choisie entre-temps ; recommencer.</translation>
        </message>
        <message>
            <source>The picture was not fetched: another project was opened.</source>
            <translation>L’image n’a pas été téléchargée : un autre projet a été ouvert.</translation>
        </message>
    </context>
    <context>
        <name>Plugin</name>
        <message>
            <source>Extract building footprints…</source>
            <translation>Extraire les empreintes de bâtiments…</translation>
        </message>
        <message>
            <source>Review footprints…</source>
            <translation>Réviser les empreintes…</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>An earlier version of CMH-CL Footprints is still installed in the folder “{}”; uninstall it in Plugins &gt; Manage and Install Plugins…, then restart QGIS.</source>
            <translation>Une version antérieure de CMH-CL Footprints est encore installée dans le dossier « {} » ; la désinstaller dans Extensions &gt; Installer/Gérer les extensions…, puis redémarrer QGIS.</translation>
        </message>
        <message>
            <source>Exit QGIS?</source>
            <translation>Quitter QGIS ?</translation>
        </message>
        <message>
            <source>A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at the next start.</source>
            <translation>Un modèle est en cours d’affinage. Quitter QGIS ? L’affinage pourra reprendre au prochain démarrage.</translation>
        </message>
    </context>
    <context>
        <name>PreparingView</name>
        <message>
            <source>Sta&amp;rt</source>
            <translation>Déma&amp;rrer</translation>
        </message>
    </context>
    <context>
        <name>Processing</name>
        <message>
            <source>Footprints</source>
            <translation>Empreintes</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Données</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Environnement</translation>
        </message>
        <message>
            <source>The output is also an input; choose another file: {}</source>
            <translation>La sortie est aussi une entrée ; choisir un autre fichier : {}</translation>
        </message>
        <message>
            <source>An earlier row of this batch has written the output; choose another for each row: {}</source>
            <translation>Une ligne précédente de ce lot a écrit la sortie ; en choisir une autre pour chaque ligne : {}</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarisations</translation>
        </message>
        <message>
            <source>Polarisations are names among {}, not “{}”.</source>
            <translation>Les polarisations sont des noms parmi {}, pas « {} ».</translation>
        </message>
        <message>
            <source>Check environment</source>
            <translation>Vérifier l’environnement</translation>
        </message>
        <message>
            <source>Tests the Python that the plugin uses. Reports the device and why it was chosen, the speed and the libraries, or what is missing. The report contains no personal paths.</source>
            <translation>Teste le Python que l’extension utilise. Indique le périphérique et pourquoi il a été choisi, la vitesse et les bibliothèques, ou ce qui manque. Le rapport ne contient aucun chemin personnel.</translation>
        </message>
        <message>
            <source>Engine and device</source>
            <translation>Moteur et périphérique</translation>
        </message>
        <message>
            <source>Why this device</source>
            <translation>Pourquoi ce périphérique</translation>
        </message>
        <message>
            <source>Seconds for a tile of 512 px</source>
            <translation>Secondes pour une tuile de 512 px</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>Compare footprints</source>
            <translation>Comparer les empreintes</translation>
        </message>
        <message>
            <source>The differences between two layers of building polygons, such as footprints and a reference, or a newer and an older map: which buildings are matched, changed, new or missing, with precision, recall, F1 and mean IoU.

Polygons match one to one, best IoU first. Where no area and no probabilities are given, everything is compared, so a layer that covers more than the other has new or missing buildings there.</source>
            <translation>Les différences entre deux couches de polygones de bâtiments, par exemple des empreintes et une référence, ou une carte récente et une carte ancienne : quels bâtiments sont appariés, modifiés, nouveaux ou manquants, avec la précision, le rappel, le F1 et l’IoU moyen.

Les polygones sont appariés un à un, le meilleur IoU d’abord. Sans zone ni probabilités, tout est comparé : si une couche couvre plus que l’autre, les bâtiments y sont nouveaux ou manquants.</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Couche</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map.</source>
            <translation>La couche à vérifier, ou la carte la plus récente.</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Référence</translation>
        </message>
        <message>
            <source>The known buildings, or the older map.</source>
            <translation>Les bâtiments connus, ou la carte la plus ancienne.</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zone</translation>
        </message>
        <message>
            <source>Polygons that both layers cover; empty: everything is compared.</source>
            <translation>Polygones que les deux couches couvrent ; vide : tout est comparé.</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>Probabilités</translation>
        </message>
        <message>
            <source>The probabilities that the extraction of the layer wrote: they give the confidence, also of missing buildings, and limit the comparison to what was extracted.</source>
            <translation>Les probabilités que l’extraction de la couche a écrites : elles donnent la confiance, aussi des bâtiments manquants, et limitent la comparaison à ce qui a été extrait.</translation>
        </message>
        <message>
            <source>Same from an IoU of</source>
            <translation>Identique à partir d’un IoU de</translation>
        </message>
        <message>
            <source>Intersection over union from which two polygons are the same building.</source>
            <translation>Intersection sur union à partir de laquelle deux polygones sont le même bâtiment.</translation>
        </message>
        <message>
            <source>Changed below an IoU of</source>
            <translation>Modifié en dessous d’un IoU de</translation>
        </message>
        <message>
            <source>Intersection over union below which the same building has changed.</source>
            <translation>Intersection sur union en dessous de laquelle le même bâtiment est modifié.</translation>
        </message>
        <message>
            <source>Changed if moved by more than (m)</source>
            <translation>Modifié si déplacé de plus de (m)</translation>
        </message>
        <message>
            <source>Distance of the centroids beyond which the same building has changed.</source>
            <translation>Distance des centroïdes au-delà de laquelle le même bâtiment est modifié.</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Comparaison</translation>
        </message>
        <message>
            <source>File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension.</source>
            <translation>GeoPackage, FlatGeobuf ou GeoJSON à écrire, selon son extension.</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others or none.</source>
            <translation>Les probabilités {} ne peuvent pas être ouvertes ; choisissez-en d’autres ou aucune.</translation>
        </message>
        <message>
            <source>Choose a polygon layer and a reference.</source>
            <translation>Choisissez une couche de polygones et une référence.</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Précision</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Rappel</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Mean IoU</source>
            <translation>IoU moyen</translation>
        </message>
        <message>
            <source>Median shift (m)</source>
            <translation>Déplacement médian (m)</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>Appariés</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modifiés</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveaux</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Manquants</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Fusionnés</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Divisés</translation>
        </message>
        <message>
            <source>Evaluate against reference</source>
            <translation>Évaluer par rapport à une référence</translation>
        </message>
        <message>
            <source>Compares the predictions of a model, or finished footprints of any source, with known buildings: IoU, F1, precision and recall of pixels, IoU of boundaries, F1 of whole buildings (matched at an IoU of at least 0.5), and the calibration error of the probabilities (0: a probability of 80 % is right 8 times in 10). Of finished footprints, IoU, F1, precision and recall are those of areas instead of pixels; there are no figures of boundaries and probabilities.

Pixels without a label are background: limit the area to where all buildings are labelled.</source>
            <translation>Compare les prédictions d’un modèle, ou des empreintes déjà faites de toute origine, à des bâtiments connus : IoU, F1, précision et rappel des pixels, IoU des contours, F1 des bâtiments entiers (appariés à partir d’un IoU de 0,5) et l’erreur de calibration des probabilités (0 : une probabilité de 80 % est juste 8 fois sur 10). Pour des empreintes déjà faites, IoU, F1, précision et rappel portent sur les surfaces et non sur les pixels ; il n’y a pas de chiffres de contours ni de probabilités.

Les pixels sans référence sont le fond : limiter la zone à l’endroit où tous les bâtiments ont une référence.</translation>
        </message>
        <message>
            <source>Finished footprints</source>
            <translation>Empreintes déjà faites</translation>
        </message>
        <message>
            <source>A layer to evaluate instead of a model; SAR is then not needed.</source>
            <translation>Une couche à évaluer au lieu d’un modèle ; le SAR n’est alors pas nécessaire.</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Références</translation>
        </message>
        <message>
            <source>Polygons of the true buildings.</source>
            <translation>Polygones des vrais bâtiments.</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the whole scene.</source>
            <translation>Là où tous les bâtiments sont relevés ; vide : toute la scène.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Dossier du modèle</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Chiffres</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Fichiers JSON (*.json)</translation>
        </message>
        <message>
            <source>JSON file to write the figures into.</source>
            <translation>Fichier JSON où écrire les chiffres.</translation>
        </message>
        <message>
            <source>Choose either SAR, to evaluate a model, or finished footprints.</source>
            <translation>Choisir soit du SAR, pour évaluer un modèle, soit des empreintes déjà faites.</translation>
        </message>
        <message>
            <source>There are no labels; choose a layer of building polygons.</source>
            <translation>Il n’y a pas de références ; choisir une couche de polygones de bâtiments.</translation>
        </message>
        <message>
            <source>The figures cannot be written ({}); choose another file: {}</source>
            <translation>Les chiffres ne peuvent pas être écrits ({}) ; choisir un autre fichier : {}</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU des bords</translation>
        </message>
        <message>
            <source>Object F1</source>
            <translation>F1 des bâtiments</translation>
        </message>
        <message>
            <source>Precision of buildings</source>
            <translation>Précision des bâtiments</translation>
        </message>
        <message>
            <source>Recall of buildings</source>
            <translation>Rappel des bâtiments</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Erreur de calibration</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Seuil</translation>
        </message>
        <message>
            <source>Extract building footprints</source>
            <translation>Extraire les empreintes de bâtiments</translation>
        </message>
        <message>
            <source>Building footprints from SAR, and from an optical raster where it has valid pixels, as polygons with confidence, area and share of optical.

The rasters may be of any pixel size and coordinate system; scale and polarisations of SAR are detected. The default model was trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Empreintes de bâtiments à partir du SAR, et d’un raster optique là où il y en a un de valide, en polygones avec confiance, surface et part d’optique.

Les rasters peuvent être de toute taille de pixel et de tout système de coordonnées ; l’échelle et les polarisations du SAR sont déterminées automatiquement. Le modèle par défaut a été entraîné sur des scènes simulées : l’affiner sur votre propre zone avant de vous y fier.</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <source>The part of the scene to process; empty: the whole scene.</source>
            <translation>La partie de la scène à traiter ; vide : toute la scène.</translation>
        </message>
        <message>
            <source>Polygons to process, instead of an extent.</source>
            <translation>Polygones à traiter, au lieu d’une emprise.</translation>
        </message>
        <message>
            <source>Smallest area (m²)</source>
            <translation>Surface minimale (m²)</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted.</source>
            <translation>Les empreintes plus petites sont omises.</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>Ordonnanceur</translation>
        </message>
        <message>
            <source>Address of a Dask cluster that computes the scene in parts, or local:N for N processes of this computer; empty: one process.</source>
            <translation>Adresse d'une grappe Dask qui calcule la scène par parties, ou local:N pour N processus de cet ordinateur ; vide : un seul processus.</translation>
        </message>
        <message>
            <source>GeoTIFF to write the probabilities to: with it, the slider on the page Extract changes the threshold of the result.</source>
            <translation>GeoTIFF où conserver les probabilités : avec lui, le curseur de la page Extraire retrace le résultat à un autre seuil.</translation>
        </message>
        <message>
            <source>Number of footprints</source>
            <translation>Nombre d’empreintes</translation>
        </message>
        <message>
            <source>Choose an extent or area polygons, not both.</source>
            <translation>Choisir une emprise ou des polygones de zone, pas les deux.</translation>
        </message>
        <message>
            <source>Fine-tune a model</source>
            <translation>Affiner un modèle</translation>
        </message>
        <message>
            <source>Trains a model further on a labelled part of your own scene. Some blocks of the area are held out from the training and used to compare the new model with its base model; the report shows both.

Inside the area, pixels without a label are background. With an optical raster all three branches are trained, without one only those for SAR alone.

With an optical raster no labels are needed: those from optical are what the base model predicts with it where it is sure. The new model is then judged by these predictions too, not by the truth.</source>
            <translation>Continue l’entraînement d’un modèle sur une partie de votre scène dont les bâtiments sont connus. Des blocs de la zone sont exclus de l’entraînement et servent à comparer le nouveau modèle à sa base ; le rapport montre les deux.

Dans la zone, ce qui n’est sous aucune référence compte comme « pas de bâtiment ». Avec un raster optique, les trois branches apprennent ; sans lui, la voie du SAR seul.

Avec un raster optique, aucune référence n’est nécessaire : celles de l’image optique sont ce que le modèle de base prédit avec elle là où il est sûr. Le nouveau modèle est alors aussi jugé d’après ces prédictions, pas d’après la réalité.</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modèle de base</translation>
        </message>
        <message>
            <source>Folder of the base model</source>
            <translation>Dossier du modèle de base</translation>
        </message>
        <message>
            <source>Name of the new model</source>
            <translation>Nom du nouveau modèle</translation>
        </message>
        <message>
            <source>Empty: the name of the SAR layer.</source>
            <translation>Vide : le nom de la couche SAR.</translation>
        </message>
        <message>
            <source>Effort</source>
            <translation>Effort</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Rapide</translation>
        </message>
        <message>
            <source>Thorough</source>
            <translation>Approfondi</translation>
        </message>
        <message>
            <source>quick: minutes; thorough: about four times as long, for larger areas.</source>
            <translation>quick : quelques minutes ; thorough : environ quatre fois plus long, pour de plus grandes zones.</translation>
        </message>
        <message>
            <source>Folder of models</source>
            <translation>Dossier des modèles</translation>
        </message>
        <message>
            <source>The new model becomes a folder in it; empty: the library that the page Models shows.</source>
            <translation>Le nouveau modèle y devient un dossier ; vide : la bibliothèque que montre la page Modèles.</translation>
        </message>
        <message>
            <source>Where the labels come from</source>
            <translation>D’où viennent les références</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>D’une couche de polygones</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>De l’image optique</translation>
        </message>
        <message>
            <source>polygons: the layer of labels; optical: what the base model predicts with the optical raster.</source>
            <translation>polygons : la couche des références ; optical : ce que le modèle de base prédit avec le raster optique.</translation>
        </message>
        <message>
            <source>Polygons of buildings; 20 or more of them. Not used with labels from optical.</source>
            <translation>Polygones de bâtiments ; au moins 20. Inutilisés si les références viennent de l’optique.</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>Corrections</translation>
        </message>
        <message>
            <source>Polygons of buildings, drawn or clicked, in place of labels from optical; used with these only.</source>
            <translation>Polygones de bâtiments, dessinés ou cliqués, à la place des références tirées de l’optique ; utilisés avec celles-ci seulement.</translation>
        </message>
        <message>
            <source>Quality of the labels</source>
            <translation>Qualité des références</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complètes</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Incomplètes ou anciennes</translation>
        </message>
        <message>
            <source>complete: every building of the area has its outline in the right place; partial: outlines are partly missing, shifted or old, and are corrected by what the base model predicts. Not used with labels from optical.</source>
            <translation>complete : chaque bâtiment de la zone a son contour au bon endroit ; partial : des contours manquent, sont décalés ou anciens, et sont corrigés d’après la prédiction du modèle de base. Non utilisé avec des références tirées de l’optique.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Zone de référence</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the hull of the labels, or the whole scene for labels from optical.</source>
            <translation>Là où tous les bâtiments sont relevés ; vide : l’enveloppe des références, ou toute la scène pour des références tirées de l’optique.</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Nouveau modèle</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>IoU of the base model, SAR alone</source>
            <translation>IoU du modèle de base, SAR seul</translation>
        </message>
        <message>
            <source>IoU of the new model, SAR alone</source>
            <translation>IoU du nouveau modèle, SAR seul</translation>
        </message>
        <message>
            <source>IoU of the base model, with optical</source>
            <translation>IoU du modèle de base, avec l’optique</translation>
        </message>
        <message>
            <source>IoU of the new model, with optical</source>
            <translation>IoU du nouveau modèle, avec l’optique</translation>
        </message>
        <message>
            <source>There is no optical raster to take labels from; choose one.</source>
            <translation>Il n’y a pas de raster optique d’où tirer des références ; en choisir un.</translation>
        </message>
        <message>
            <source>Where to label next</source>
            <translation>Où numériser ensuite</translation>
        </message>
        <message>
            <source>The square blocks of a scene where the model is least certain, from the probabilities that an extraction wrote. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.

The uncertainty is the mean entropy of the probabilities, from 0 to 1. Blocks of which less than half has data are left out.</source>
            <translation>Les blocs carrés d’une scène où le modèle est le moins sûr, d’après les probabilités écrites par une extraction. Numériser chaque bâtiment dans quelques-uns, supprimer les autres, puis affiner le modèle avec eux comme zone de référence.

L’incertitude est l’entropie moyenne des probabilités, de 0 à 1. Les blocs dont moins de la moitié a des données sont omis.</translation>
        </message>
        <message>
            <source>The probabilities that an extraction wrote.</source>
            <translation>Les probabilités écrites par une extraction.</translation>
        </message>
        <message>
            <source>Number of blocks</source>
            <translation>Nombre de blocs</translation>
        </message>
        <message>
            <source>At most; a small scene may have fewer.</source>
            <translation>Au plus ; une petite scène peut en avoir moins.</translation>
        </message>
        <message>
            <source>Side of a block (m)</source>
            <translation>Côté d’un bloc (m)</translation>
        </message>
        <message>
            <source>In metres on the ground.</source>
            <translation>En mètres au sol.</translation>
        </message>
        <message>
            <source>Label next</source>
            <translation>À numériser ensuite</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others.</source>
            <translation>Les probabilités {} ne peuvent pas être ouvertes ; en choisir d’autres.</translation>
        </message>
        <message>
            <source>Export buildings for OpenStreetMap</source>
            <translation>Exporter des bâtiments pour OpenStreetMap</translation>
        </message>
        <message>
            <source>Building polygons for the editors of OpenStreetMap, with the tags building=yes and source: an .osm file for JOSM, in which neighbours share the nodes of their common wall, or GeoJSON for Rapid. Walls are straight, and nothing overlaps.

This uploads nothing. Check every building against imagery that OpenStreetMap may use, and follow its import guidelines before you upload more than a few.</source>
            <translation>Polygones de bâtiments pour les éditeurs d'OpenStreetMap, avec les attributs building=yes et source : un fichier .osm pour JOSM, où les voisins partagent les nœuds de leur mur commun, ou GeoJSON pour Rapid. Les murs sont droits et rien ne se chevauche.

Rien n'est envoyé. Vérifiez chaque bâtiment sur des images qu'OpenStreetMap peut utiliser, et suivez ses règles d'import avant d'en envoyer plus que quelques-uns.</translation>
        </message>
        <message>
            <source>Building polygons</source>
            <translation>Polygones de bâtiments</translation>
        </message>
        <message>
            <source>Footprints, after a review, or polygons of any source.</source>
            <translation>Empreintes, après une vérification, ou polygones de toute origine.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>The tag source of each building: which imagery it is from.</source>
            <translation>L'attribut source de chaque bâtiment : de quelles images il vient.</translation>
        </message>
        <message>
            <source>Only accepted footprints</source>
            <translation>Seulement les empreintes acceptées</translation>
        </message>
        <message>
            <source>Only those that a review accepted.</source>
            <translation>Seulement celles qu'une vérification a acceptées.</translation>
        </message>
        <message>
            <source>Straighten walls</source>
            <translation>Redresser les murs</translation>
        </message>
        <message>
            <source>Footprints of an extraction have straight walls already and stay.</source>
            <translation>Les empreintes d'une extraction ont déjà des murs droits et restent.</translation>
        </message>
        <message>
            <source>OpenStreetMap data</source>
            <translation>Données OpenStreetMap</translation>
        </message>
        <message>
            <source>JOSM (*.osm);;GeoJSON (*.geojson)</source>
            <translation>JOSM (*.osm);;GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>File to write: .osm for JOSM, .geojson for Rapid.</source>
            <translation>Fichier à écrire : .osm pour JOSM, .geojson pour Rapid.</translation>
        </message>
        <message>
            <source>Number of buildings</source>
            <translation>Nombre de bâtiments</translation>
        </message>
        <message>
            <source>Number left out</source>
            <translation>Nombre d’omissions</translation>
        </message>
        <message>
            <source>The layer {} cannot be opened; choose a polygon layer.</source>
            <translation>La couche {} ne peut pas être ouverte ; choisir une couche de polygones.</translation>
        </message>
        <message>
            <source>Regularise building footprints</source>
            <translation>Régulariser les empreintes de bâtiments</translation>
        </message>
        <message>
            <source>Straight walls, and right angles where a building has them, for building polygons of any source: digitised by hand, from another model, or along the edges of pixels.

Attributes are kept. Invalid polygons are repaired, every part of a multipolygon counts as one polygon, neighbours keep their common walls, and courtyards are kept unless they are tiny. A large polygon without two main directions is only simplified. Angles are right on the ground, also if the coordinates are in degrees.</source>
            <translation>Des murs droits, et des angles droits là où un bâtiment en a, pour des polygones de bâtiments de toute origine : numérisés à la main, issus d’un autre modèle ou suivant les bords des pixels.

Les attributs restent. Les polygones invalides sont réparés, chaque partie d’un multipolygone compte comme un polygone, les voisins gardent leurs murs communs, et les cours intérieures restent sauf si elles sont minuscules. Un grand polygone sans deux directions principales est seulement simplifié. Les angles droits le sont au sol, en degrés aussi.</translation>
        </message>
        <message>
            <source>One polygon per building.</source>
            <translation>Un polygone par bâtiment.</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Tolérance (m)</translation>
        </message>
        <message>
            <source>Distance on the ground by which a straight wall may deviate from the outline; walls shorter than twice that are merged into their neighbours.</source>
            <translation>Mètres au sol dont un mur droit peut s’écarter du contour ; les murs plus courts que le double sont fondus dans leurs voisins.</translation>
        </message>
        <message>
            <source>Regularised</source>
            <translation>Régularisées</translation>
        </message>
        <message>
            <source>The layer to write.</source>
            <translation>La couche à écrire.</translation>
        </message>
        <message>
            <source>Number of polygons</source>
            <translation>Nombre de polygones</translation>
        </message>
        <message>
            <source>The polygons cannot be written ({}); free up disk space: {}</source>
            <translation>Les polygones ne peuvent pas être écrits ({}) ; libérer de l’espace disque : {}</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>One raster, or one raster for each polarisation (at most four).</source>
            <translation>Un raster, ou un raster par polarisation (quatre au plus).</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Optique</translation>
        </message>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere.</source>
            <translation>Utilisée là où elle a des pixels valides ; SAR seul ailleurs.</translation>
        </message>
        <message>
            <source>A model of the library, which the page Models shows.</source>
            <translation>Un modèle de la bibliothèque, que montre la page Modèles.</translation>
        </message>
        <message>
            <source>The folder of another model, instead of one of the library.</source>
            <translation>Le dossier d’un autre modèle, au lieu d’un modèle de la bibliothèque.</translation>
        </message>
        <message>
            <source>There is no such model in the library; choose another: {}</source>
            <translation>Ce modèle n’est pas dans la bibliothèque ; en choisir un autre : {}</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel; empty: the model’s own.</source>
            <translation>Probabilité minimale d’un pixel de bâti ; vide : celle du modèle.</translation>
        </message>
        <message>
            <source>Careful</source>
            <translation>Minutieux</translation>
        </message>
        <message>
            <source>Averages the predictions for rotated and mirrored views of the scene (test-time augmentation): about 8 times slower.</source>
            <translation>Fait la moyenne des prédictions pour des vues tournées et en miroir de la scène (test-time augmentation) : environ 8 fois plus lent.</translation>
        </message>
        <message>
            <source>Of the SAR bands, in the order of files and bands, as in VV,VH; empty: detected.</source>
            <translation>Des bandes SAR, dans l’ordre des fichiers et des bandes, comme VV,VH ; vide : déterminées automatiquement.</translation>
        </message>
        <message>
            <source>SAR values</source>
            <translation>Valeurs SAR</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Détecté</translation>
        </message>
        <message>
            <source>The scale of the SAR values; auto: detected.</source>
            <translation>L’échelle des valeurs SAR ; auto : déterminée automatiquement.</translation>
        </message>
        <message>
            <source>Fastest available</source>
            <translation>Le plus rapide disponible</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>GPU NVIDIA (CUDA)</translation>
        </message>
        <message>
            <source>Apple GPU</source>
            <translation>GPU Apple</translation>
        </message>
        <message>
            <source>CPU, 8-bit (faster, less exact)</source>
            <translation>CPU, 8 bits (plus rapide, moins exact)</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Périphérique</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available; cpu-int8: 8-bit inference, faster for large scenes on many processors, changes up to 1 % of the pixels.</source>
            <translation>Périphérique de calcul ; auto : le plus rapide disponible ; cpu-int8 : inférence sur 8 bits, plus rapide pour les grandes scènes sur de nombreux processeurs, change au plus 1 % des pixels.</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available.</source>
            <translation>Périphérique de calcul ; auto : le plus rapide disponible.</translation>
        </message>
        <message>
            <source>No SAR raster can be opened; choose another one.</source>
            <translation>Aucun raster SAR ne peut être ouvert ; en choisir un autre.</translation>
        </message>
        <message>
            <source>The optical layer {} cannot be opened; choose another or none.</source>
            <translation>La couche optique {} ne peut pas être ouverte ; en choisir une autre ou aucune.</translation>
        </message>
        <message>
            <source>The threshold is not a number; write it like 0.5: {}</source>
            <translation>Le seuil n’est pas un nombre ; l’écrire comme 0.5 : {}</translation>
        </message>
        <message>
            <source>Simulate scene</source>
            <translation>Simuler une scène</translation>
        </message>
        <message>
            <source>A simulated scene: SAR, optical and buildings as sar.tif, optical.tif and buildings.geojson in one folder. The city is generated, or taken from a city model. For trials without data of your own.</source>
            <translation>Une scène telle que la verraient un radar et une caméra, et les bâtiments qui s’y trouvent : sar.tif, optical.tif et buildings.geojson dans un dossier. La ville est inventée, ou tirée d’un modèle de ville. Pour faire des essais sans données.</translation>
        </message>
        <message>
            <source>Size (pixels)</source>
            <translation>Taille (pixels)</translation>
        </message>
        <message>
            <source>Width and height of the scene.</source>
            <translation>Largeur et hauteur de la scène.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Amorce</translation>
        </message>
        <message>
            <source>The same seed gives the same scene.</source>
            <translation>Un autre nombre, une autre scène ; le même nombre, la même scène.</translation>
        </message>
        <message>
            <source>Kind of city</source>
            <translation>Type de ville</translation>
        </message>
        <message>
            <source>Such as village, industrial or harbour; empty: a mixture.</source>
            <translation>Par exemple village, industrial ou harbour ; vide : un mélange.</translation>
        </message>
        <message>
            <source>City model</source>
            <translation>Modèle de ville</translation>
        </message>
        <message>
            <source>City models (*.json *.jsonl *.geojson)</source>
            <translation>Modèles de ville (*.json *.jsonl *.geojson)</translation>
        </message>
        <message>
            <source>CityJSON, CityJSONSeq, or GeoJSON with heights; empty: a generated city.</source>
            <translation>CityJSON, CityJSONSeq, ou GeoJSON avec hauteurs ; vide : une ville inventée.</translation>
        </message>
        <message>
            <source>Amplitude in 8 bits</source>
            <translation>Amplitude sur 8 bits</translation>
        </message>
        <message>
            <source>The scale of the SAR values.</source>
            <translation>L’échelle des valeurs SAR.</translation>
        </message>
        <message>
            <source>Such as VV,VH; empty: all four.</source>
            <translation>Par exemple VV,VH ; vide : les quatre.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Folder to write the three files into.</source>
            <translation>Dossier où écrire les trois fichiers.</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Bâtiments</translation>
        </message>
        <message>
            <source>The output has several layers, which would be lost ({}); choose another file: {}</source>
            <translation>La sortie contient plusieurs couches, qui seraient perdues ({}) ; choisir un autre fichier : {}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another file: {}</source>
            <translation>La sortie est ouverte dans un autre programme ; l’y fermer ou choisir un autre fichier : {}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <source>The Python environment, the device, the models of the library, and the running and interrupted jobs, as JSON for scripts. The keys are in English and stay the same; the sentences are in the language of QGIS.</source>
            <translation>L’environnement Python, le périphérique, les modèles de la bibliothèque et les tâches en cours et interrompues, en JSON pour des scripts. Les clés sont en anglais et restent les mêmes ; les phrases sont dans la langue de QGIS.</translation>
        </message>
        <message>
            <source>Start the worker to find the device</source>
            <translation>Démarrer le processus de calcul pour connaître le périphérique</translation>
        </message>
        <message>
            <source>Takes some seconds; otherwise the device is not known.</source>
            <translation>Prend quelques secondes ; sinon le périphérique n’est pas connu.</translation>
        </message>
        <message>
            <source>Status file</source>
            <translation>Fichier d’état</translation>
        </message>
        <message>
            <source>JSON file to write the status into.</source>
            <translation>Fichier JSON où écrire l’état.</translation>
        </message>
        <message>
            <source>Status as JSON</source>
            <translation>État en JSON</translation>
        </message>
        <message>
            <source>The status cannot be written ({}); choose another file: {}</source>
            <translation>L’état ne peut pas être écrit ({}) ; choisir un autre fichier : {}</translation>
        </message>
        <message>
            <source>What is trained</source>
            <translation>Ce qui est entraîné</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Seulement les dernières couches</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Dernières couches, décodeurs</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>Tout le réseau</translation>
        </message>
        <message>
            <source>heads: only the last layers (the fusion heads and the shared block of the paper), for a scene similar to those of the base model; decoders: also the decoders; everything: the whole network, for many labels.</source>
            <translation>heads : seulement les dernières couches (les têtes de fusion et le bloc partagé de l’article), pour une scène semblable à celles du modèle de base ; decoders : aussi les décodeurs ; everything : tout le réseau, pour beaucoup de références.</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pas</translation>
        </message>
        <message>
            <source>0: the number that the effort sets.</source>
            <translation>0 : le nombre que fixe l’effort.</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Taille du lot</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory.</source>
            <translation>Imagettes par pas ; des valeurs plus élevées rendent l’entraînement plus régulier, mais demandent plus de temps et de mémoire.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Taux d’apprentissage</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model; 0: chosen by what is trained.</source>
            <translation>Des valeurs plus élevées apprennent plus vite, mais oublient davantage du modèle de base ; 0 : selon ce qui est entraîné.</translation>
        </message>
        <message>
            <source>Keep the optical branch</source>
            <translation>Garder la branche optique</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor.</source>
            <translation>« Frozen teacher » dans l’article : la branche optique reste celle du modèle de base ; utile si l’image optique est mauvaise.</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops.</source>
            <translation>Détermine les blocs de validation et l’ordre des imagettes.</translation>
        </message>
        <message>
            <source>Weight of uncertain pixels</source>
            <translation>Poids des pixels incertains</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values align the branches on uncertain pixels too.</source>
            <translation>Température T de l’article : des valeurs plus élevées alignent les branches aussi sur les pixels incertains.</translation>
        </message>
        <message>
            <source>Alignment of features</source>
            <translation>Alignement des caractéristiques</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper, the weight of the shared block; 0: off.</source>
            <translation>λ de MSAL dans l’article, le poids du bloc partagé ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Alignment of predictions</source>
            <translation>Alignement des prédictions</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper, the weight of the fused branches; 0: off.</source>
            <translation>λ de MFAL dans l’article, le poids des branches fusionnées ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Weight of edges</source>
            <translation>Poids des bords</translation>
        </message>
        <message>
            <source>λ of the edge loss, for sharp edges; 0: off.</source>
            <translation>λ de la perte des bords, pour des bords nets ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Weight of contacts</source>
            <translation>Poids des contacts</translation>
        </message>
        <message>
            <source>λ of the contact loss, which separates touching buildings; 0: off.</source>
            <translation>λ de la perte de contact, qui sépare les bâtiments qui se touchent ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Distance of alignment</source>
            <translation>Distance de l’alignement</translation>
        </message>
        <message>
            <source>Divergence of the predictions (KL)</source>
            <translation>Divergence des prédictions (KL)</translation>
        </message>
        <message>
            <source>Squared difference of the predictions</source>
            <translation>Différence quadratique des prédictions</translation>
        </message>
        <message>
            <source>Squared difference of the features</source>
            <translation>Différence quadratique des caractéristiques</translation>
        </message>
        <message>
            <source>Measure of the difference between the branches.</source>
            <translation>Comment les branches sont comparées pendant qu’elles s’enseignent l’une l’autre.</translation>
        </message>
        <message>
            <source>Log: {}</source>
            <translation>Journal : {}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>Starting the worker</source>
            <translation>Démarrage du processus de calcul</translation>
        </message>
    </context>
    <context>
        <name>Provenance</name>
        <message>
            <source>none</source>
            <translation>aucune</translation>
        </message>
        <message>
            <source>detected</source>
            <translation>déterminé automatiquement</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <source>Date: {}</source>
            <translation>Date : {}</translation>
        </message>
        <message>
            <source>Plugin: CMH-CL Footprints {}</source>
            <translation>Extension : CMH-CL Footprints {}</translation>
        </message>
        <message>
            <source>Model: {}</source>
            <translation>Modèle : {}</translation>
        </message>
        <message>
            <source>SAR: {}</source>
            <translation>SAR : {}</translation>
        </message>
        <message>
            <source>Optical: {}</source>
            <translation>Optique : {}</translation>
        </message>
        <message>
            <source>Polarisations: {}</source>
            <translation>Polarisations : {}</translation>
        </message>
        <message>
            <source>SAR values: {}</source>
            <translation>Valeurs SAR : {}</translation>
        </message>
        <message>
            <source>Area: {}</source>
            <translation>Zone : {}</translation>
        </message>
        <message>
            <source>whole SAR layer</source>
            <translation>toute la couche SAR</translation>
        </message>
        <message>
            <source>Threshold: {:.3g}</source>
            <translation>Seuil : {:.3g}</translation>
        </message>
        <message>
            <source>Smallest area: {:g} m²</source>
            <translation>Surface minimale : {:g} m²</translation>
        </message>
        <message>
            <source>Careful: {}</source>
            <translation>Minutieux : {}</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Probabilités : {}</translation>
        </message>
        <message>
            <source>Engine: {}</source>
            <translation>Moteur : {}</translation>
        </message>
        <message>
            <source>online layer {}</source>
            <translation>couche en ligne {}</translation>
        </message>
    </context>
    <context>
        <name>Python</name>
        <message>
            <source>CMH-CL has no Python environment yet; install it on the page Extract or in the plugin’s options.</source>
            <translation>CMH-CL n’a pas encore d’environnement Python ; l’installer sur la page « Extraire » ou dans les options de l’extension.</translation>
        </message>
        <message>
            <source>does not exist inside the {}, which QGIS runs as</source>
            <translation>n’existe pas à l’intérieur du {} dans lequel QGIS s’exécute</translation>
        </message>
        <message>
            <source>does not exist</source>
            <translation>n’existe pas</translation>
        </message>
        <message>
            <source>cannot be started</source>
            <translation>ne peut pas être démarré</translation>
        </message>
        <message>
            <source>does not run as Python</source>
            <translation>ne fonctionne pas comme Python</translation>
        </message>
        <message>
            <source>is version {}.{}, older than {}.{}</source>
            <translation>est de version {}.{}, antérieure à {}.{}</translation>
        </message>
        <message>
            <source>has no {}</source>
            <translation>n’a pas {}</translation>
        </message>
        <message>
            <source>The Python that the plugin installed {problem}; update it, or remove it and install it again, in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>Le Python installé par l’extension {problem} ; le mettre à jour, ou le supprimer et le réinstaller, dans Préférences &gt; Options &gt; CMH-CL.</translation>
        </message>
        <message>
            <source>The Python {python} {problem}; choose another in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>Le Python {python} {problem} ; en choisir un autre dans Préférences &gt; Options &gt; CMH-CL.</translation>
        </message>
    </context>
    <context>
        <name>Recipes</name>
        <message>
            <source>A coordinate system was set in QGIS, which cannot be passed to qgis_process; copy the command line instead, or save the layer with that system.</source>
            <translation>Un système de coordonnées a été défini dans QGIS, ce que qgis_process ne peut pas savoir ; copier plutôt la ligne de commande, ou enregistrer la couche avec ce système.</translation>
        </message>
        <message>
            <source>Copy as command, to repeat this run outside of QGIS</source>
            <translation>Copier comme commande, pour répéter ce traitement hors de QGIS</translation>
        </message>
        <message>
            <source>Copy as command line</source>
            <translation>Copier comme ligne de commande</translation>
        </message>
        <message>
            <source>Copy as qgis_process command</source>
            <translation>Copier comme commande qgis_process</translation>
        </message>
        <message>
            <source>The command is in the clipboard.</source>
            <translation>La commande est dans le presse-papiers.</translation>
        </message>
        <message>
            <source>The command is in the clipboard, its area in a file: {}</source>
            <translation>La commande est dans le presse-papiers, sa zone dans un fichier : {}</translation>
        </message>
        <message>
            <source>The command is in the clipboard; its labels and its model are in: {}</source>
            <translation>La commande est dans le presse-papiers ; ses références et son modèle sont dans : {}</translation>
        </message>
    </context>
    <context>
        <name>Rendering</name>
        <message>
            <source>The online layer “{}” shows nothing at this place; choose another optical layer, or none.</source>
            <translation>La couche en ligne « {} » ne montre rien à cet endroit ; choisir une autre couche optique, ou aucune.</translation>
        </message>
        <message>
            <source>The online layer “{}” cannot be fetched ({}); check the network and the layer, or choose another optical layer.</source>
            <translation>La couche en ligne « {} » ne peut pas être téléchargée ({}) ; vérifier le réseau et la couche, ou choisir une autre couche optique.</translation>
        </message>
        <message>
            <source>Fetching the picture of “{}”</source>
            <translation>Téléchargement de l’image de « {} »</translation>
        </message>
    </context>
    <context>
        <name>ResultBox</name>
        <message>
            <source>Hides the less certain footprints with a filter of the layer; none is deleted</source>
            <translation>Masque les empreintes moins sûres par un filtre de la couche ; aucune n’est supprimée</translation>
        </message>
        <message>
            <source>The probabilities of this result are not available; to change its threshold, run the extraction again.</source>
            <translation>Les probabilités de ce résultat ne sont pas disponibles ; pour changer son seuil, relancer l’extraction.</translation>
        </message>
        <message>
            <source>Run a&amp;gain…</source>
            <translation>&amp;Refaire…</translation>
        </message>
        <message>
            <source>Fills in the fields above with the settings of this result</source>
            <translation>Remplit les champs ci-dessus avec les paramètres de ce résultat</translation>
        </message>
        <message>
            <source>&amp;Compare…</source>
            <translation>&amp;Comparer…</translation>
        </message>
        <message>
            <source>What is new, missing or changed compared with a reference or an older map</source>
            <translation>Ce qui est nouveau, manquant ou modifié par rapport à une référence ou à une carte plus ancienne</translation>
        </message>
        <message>
            <source>W&amp;here to label next</source>
            <translation>Où &amp;numériser ensuite</translation>
        </message>
        <message>
            <source>Adds the blocks in which the model is least certain to the map</source>
            <translation>Ajoute à la carte les blocs où le modèle est le moins sûr</translation>
        </message>
        <message>
            <source>Show from co&amp;nfidence</source>
            <translation>Afficher dès la con&amp;fiance</translation>
        </message>
        <message>
            <source>The layer of this result was removed.</source>
            <translation>La couche de ce résultat a été supprimée.</translation>
        </message>
        <message>
            <source>A file of this result no longer exists; run the extraction again: {}</source>
            <translation>Un fichier de ce résultat n’existe plus ; relancer l’extraction : {}</translation>
        </message>
        <message>
            <source>The probabilities no longer exist; run the extraction again: {}</source>
            <translation>Les probabilités n’existent plus ; relancer l’extraction : {}</translation>
        </message>
        <message>
            <source>“{}” was edited after it was outlined. Outline it again and discard these edits?</source>
            <translation>« {} » a été modifiée après le tracé de ses contours. Les retracer et abandonner ces modifications ?</translation>
        </message>
        <message>
            <source>Discard edits?</source>
            <translation>Abandonner les modifications ?</translation>
        </message>
    </context>
    <context>
        <name>ResumeOffers</name>
        <message>
            <source>{} runs were interrupted.</source>
            <translation>{} exécutions ont été interrompues.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>The extraction from “{}” was interrupted.</source>
            <translation>L’extraction de « {} » a été interrompue.</translation>
        </message>
        <message>
            <source>The fine-tuning of “{}” was interrupted.</source>
            <translation>L’affinage de « {} » a été interrompu.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Abandonner</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>The field “review” of the layer “{}” is virtual or joined and cannot store decisions; rename it, or give the join a prefix.</source>
            <translation>Le champ « review » de la couche « {} » est virtuel ou joint et ne peut pas stocker les décisions ; le renommer, ou donner un préfixe à la jointure.</translation>
        </message>
        <message>
            <source>The field “review” of the layer “{}” cannot store decisions, which are texts of up to {} letters; rename that field.</source>
            <translation>Le champ « review » de la couche « {} » ne peut pas stocker les décisions, qui sont des textes d’au plus {} lettres ; renommer ce champ.</translation>
        </message>
        <message>
            <source>Choose the layer whose footprints you want to go through.</source>
            <translation>Choisir la couche dont les empreintes sont à parcourir.</translation>
        </message>
        <message>
            <source>This layer has no footprints.</source>
            <translation>Cette couche n’a pas d’empreintes.</translation>
        </message>
        <message>
            <source>{:,} skipped, without a decision.</source>
            <translation>{:,} passées, sans décision.</translation>
        </message>
        <message>
            <source>Go through them</source>
            <translation>Les parcourir</translation>
        </message>
        <message>
            <source>No footprint is marked for later.</source>
            <translation>Aucune empreinte n’est marquée pour plus tard.</translation>
        </message>
        <message>
            <source>All footprints are reviewed: {:,} accepted, {:,} marked for later, {:,} deleted.</source>
            <translation>Toutes les empreintes sont révisées : {:,} acceptées, {:,} marquées pour plus tard, {:,} supprimées.</translation>
        </message>
        <message>
            <source>&lt;b&gt;accepted&lt;/b&gt;</source>
            <translation>&lt;b&gt;acceptée&lt;/b&gt;</translation>
        </message>
        <message>
            <source>&lt;b&gt;marked for later&lt;/b&gt;</source>
            <translation>&lt;b&gt;marquée pour plus tard&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Confidence {:.0%}</source>
            <translation>Confiance {:.0%}</translation>
        </message>
        <message>
            <source>{:,.0f} m²</source>
            <translation>{:,.0f} m²</translation>
        </message>
        <message>
            <source>{:.0%} with optical</source>
            <translation>{:.0%} avec l’optique</translation>
        </message>
        <message>
            <source>no outline; delete it</source>
            <translation>sans contour ; la supprimer</translation>
        </message>
        <message>
            <source>Footprint {}</source>
            <translation>Empreinte {}</translation>
        </message>
        <message>
            <source>No other footprint touches this one; select those that belong to it, then join them.</source>
            <translation>Aucune autre empreinte ne touche celle-ci ; sélectionner celles qui lui appartiennent, puis les réunir.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited with QGIS’s tools here.</source>
            <translation>La couche « {} » ne peut pas être modifiée ici avec les outils de QGIS.</translation>
        </message>
        <message>
            <source>Accept footprint</source>
            <translation>Accepter l’empreinte</translation>
        </message>
        <message>
            <source>Mark footprint for later</source>
            <translation>Marquer l’empreinte pour plus tard</translation>
        </message>
        <message>
            <source>Delete footprint</source>
            <translation>Supprimer l’empreinte</translation>
        </message>
        <message>
            <source>Nothing was squared: the angles are right already, or far from right.</source>
            <translation>Aucun angle n’a été rendu droit : les angles le sont déjà ou en sont loin.</translation>
        </message>
        <message>
            <source>Square footprint</source>
            <translation>Équerrer l’empreinte</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” no longer exists; decide on the next.</source>
            <translation>Cette empreinte de la couche « {} » n’existe plus ; décider de la suivante.</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” is new; save the layer, then decide.</source>
            <translation>Cette empreinte de la couche « {} » est nouvelle ; enregistrer la couche, puis décider.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited here; export it as a GeoPackage (Export &gt; Save Features As…) and review that.</source>
            <translation>La couche « {} » ne peut pas être modifiée ici ; l’exporter en GeoPackage (Exporter &gt; Sauvegarder les entités sous…) et réviser celui-ci.</translation>
        </message>
    </context>
    <context>
        <name>ReviewDock</name>
        <message>
            <source>Review footprints</source>
            <translation>Réviser les empreintes</translation>
        </message>
        <message>
            <source>Choose a layer of footprints…</source>
            <translation>Choisir une couche d’empreintes…</translation>
        </message>
        <message>
            <source>Decisions are stored in the field “review”</source>
            <translation>Ses décisions sont conservées dans le champ « review »</translation>
        </message>
        <message>
            <source>Which footprints to go through</source>
            <translation>Quelles empreintes parcourir</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Enregistrer</translation>
        </message>
        <message>
            <source>Save the edits of the layer</source>
            <translation>Enregistrer les modifications de la couche</translation>
        </message>
        <message>
            <source>Use as &amp;labels for fine-tuning…</source>
            <translation>Utiliser pour l’&amp;affinage…</translation>
        </message>
        <message>
            <source>; Ctrl+Z undoes it</source>
            <translation> ; Ctrl+Z l’annule</translation>
        </message>
        <message>
            <source>Accept (A)</source>
            <translation>Accepter (A)</translation>
        </message>
        <message>
            <source>It is a building, and its outline is good</source>
            <translation>C’est un bâtiment, et son contour est bon</translation>
        </message>
        <message>
            <source>Delete (D)</source>
            <translation>Supprimer (D)</translation>
        </message>
        <message>
            <source>Remove it from the layer</source>
            <translation>La retirer de la couche</translation>
        </message>
        <message>
            <source>Mark for later (M)</source>
            <translation>Marquer pour plus tard (M)</translation>
        </message>
        <message>
            <source>Keep it for a second look</source>
            <translation>La garder pour un second examen</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Retour (B)</translation>
        </message>
        <message>
            <source>The footprint before this one</source>
            <translation>L’empreinte précédente</translation>
        </message>
        <message>
            <source>Skip (N)</source>
            <translation>Passer (N)</translation>
        </message>
        <message>
            <source>The next footprint, without a decision on this one</source>
            <translation>L’empreinte suivante, sans décision sur celle-ci</translation>
        </message>
        <message>
            <source>La&amp;yer</source>
            <translation>Co&amp;uche</translation>
        </message>
        <message>
            <source>S&amp;how</source>
            <translation>Aff&amp;icher</translation>
        </message>
        <message>
            <source>“{}” cannot be saved ({}); close other programs that use the file, and save again.</source>
            <translation>« {} » ne peut pas être enregistrée ({}) ; libérer le fichier, et enregistrer à nouveau.</translation>
        </message>
        <message>
            <source>“{}” has unsaved edits; save them, then use the layer as labels.</source>
            <translation>« {} » a des modifications non enregistrées ; les enregistrer, puis utiliser la couche pour l’affinage.</translation>
        </message>
        <message>
            <source>Not yet reviewed ({:,})</source>
            <translation>À réviser ({:,})</translation>
        </message>
        <message>
            <source>Marked for later ({:,})</source>
            <translation>Marquées ({:,})</translation>
        </message>
        <message>
            <source>{:,} of {:,} reviewed, {:,} deleted</source>
            <translation>Révisées : {:,} sur {:,}, supprimées : {:,}</translation>
        </message>
    </context>
    <context>
        <name>Run</name>
        <message>
            <source>it cannot be locked</source>
            <translation>il ne peut pas être verrouillé</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); free up space or get permission to write to it: {}</source>
            <translation>Le dossier n’est pas accessible en écriture ({}) ; libérer de l’espace ou obtenir le droit d’y écrire : {}</translation>
        </message>
    </context>
    <context>
        <name>RunAgainAction</name>
        <message>
            <source>Run again with other settings…</source>
            <translation>Refaire avec d’autres paramètres…</translation>
        </message>
    </context>
    <context>
        <name>SarInput</name>
        <message>
            <source>The SAR bands, in the order of files and bands</source>
            <translation>Les bandes SAR, dans l’ordre des fichiers et des bandes</translation>
        </message>
        <message>
            <source>The scale of the SAR values</source>
            <translation>L’échelle des valeurs SAR</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Lecture…</translation>
        </message>
        <message>
            <source>{:g} m</source>
            <translation>{:g} m</translation>
        </message>
        <message>
            <source>{:.0%} valid</source>
            <translation>{:.0%} valide</translation>
        </message>
        <message>
            <source>Detected ({})</source>
            <translation>Détecté ({})</translation>
        </message>
    </context>
    <context>
        <name>SarLayers</name>
        <message>
            <source>Choose a layer…</source>
            <translation>Choisir une couche…</translation>
        </message>
        <message>
            <source>SAR raster, with one band for each polarisation</source>
            <translation>Raster SAR, avec une bande par polarisation</translation>
        </message>
        <message>
            <source>Add a polarisation from a separate file</source>
            <translation>Ajouter une polarisation d’un fichier à part</translation>
        </message>
        <message>
            <source>SAR raster of another polarisation</source>
            <translation>Raster SAR d’une autre polarisation</translation>
        </message>
        <message>
            <source>Remove this polarisation</source>
            <translation>Retirer cette polarisation</translation>
        </message>
    </context>
    <context>
        <name>SceneSelection</name>
        <message>
            <source>A file of the scene no longer exists; choose another layer: {}</source>
            <translation>Un fichier de la scène n’existe plus ; choisir une autre couche : {}</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Choisir une couche SAR.</translation>
        </message>
        <message>
            <source>Add a SAR raster to the project first.</source>
            <translation>Ajouter d’abord un raster SAR au projet.</translation>
        </message>
    </context>
    <context>
        <name>SelfTest</name>
        <message>
            <source>It works: {} ({}), {:.2f} s for a tile of 512 px.</source>
            <translation>Cela fonctionne : {} ({}), {:.2f} s pour une tuile de 512 px.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU</source>
            <translation>pas de GPU NVIDIA</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>PyTorch uses the CPU although there is an NVIDIA driver ({}); update the driver, or remove the environment and install it again.</source>
            <translation>PyTorch utilise le CPU bien qu’il y ait un pilote NVIDIA ({}) ; mettre à jour le pilote, ou supprimer l’environnement et le réinstaller.</translation>
        </message>
    </context>
    <context>
        <name>Stall</name>
        <message>
            <source>End the worker</source>
            <translation>Terminer le processus de calcul</translation>
        </message>
    </context>
    <context>
        <name>Styles</name>
        <message>
            <source>held out for validation</source>
            <translation>mis à part pour la validation</translation>
        </message>
        <message>
            <source>used for training</source>
            <translation>utilisé pour l’entraînement</translation>
        </message>
        <message>
            <source>block [% to_int("number") %], [% if("role" = 'validation', 'held out for validation', 'used for training') %]</source>
            <translation>bloc [% to_int("number") %], [% if("role" = 'validation', 'mis à part pour la validation', 'utilisé pour l’entraînement') %]</translation>
        </message>
        <message>
            <source>matched</source>
            <translation>apparié</translation>
        </message>
        <message>
            <source>changed outline or place</source>
            <translation>contour ou position modifiés</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nouveau</translation>
        </message>
        <message>
            <source>new, covered by reference</source>
            <translation>nouveau, couvert par la référence</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>manquant</translation>
        </message>
        <message>
            <source>missing, covered by layer</source>
            <translation>manquant, couvert par la couche</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;moved by [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;déplacé de [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confiance [% coalesce(format_number(100 * "confidence", 0), '–') %] %</translation>
        </message>
        <message>
            <source>low confidence (up to 50%)</source>
            <translation>confiance faible (jusqu’à 50 %)</translation>
        </message>
        <message>
            <source>medium (50 to 70%)</source>
            <translation>moyenne (50 à 70 %)</translation>
        </message>
        <message>
            <source>high (above 70%)</source>
            <translation>élevée (plus de 70 %)</translation>
        </message>
        <message>
            <source>accepted in a review</source>
            <translation>acceptée lors d’une révision</translation>
        </message>
        <message>
            <source>marked for later</source>
            <translation>marquée pour plus tard</translation>
        </message>
        <message>
            <source>without confidence</source>
            <translation>sans confiance</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confiance [% coalesce(format_number(100 * "confidence", 0), '–') %] %</translation>
        </message>
    </context>
    <context>
        <name>ThresholdChange</name>
        <message>
            <source>Looking for edits in “{}”</source>
            <translation>Recherche de modifications dans « {} »</translation>
        </message>
        <message>
            <source>Writing “{}”</source>
            <translation>Écriture de « {} »</translation>
        </message>
        <message>
            <source>{:,} footprint at the threshold {:.2f}.</source>
            <translation>{:,} empreinte au seuil {:.2f}.</translation>
        </message>
        <message>
            <source>{:,} footprints at the threshold {:.2f}.</source>
            <translation>{:,} empreintes au seuil {:.2f}.</translation>
        </message>
    </context>
    <context>
        <name>TrainingBox</name>
        <message>
            <source>Advanced</source>
            <translation>Avancé</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatique</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model</source>
            <translation>Des valeurs plus élevées apprennent plus vite, mais oublient davantage du modèle de base</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values give more weight to pixels where the optical branch is uncertain</source>
            <translation>Température T de l’article : des valeurs plus élevées donnent plus de poids aux pixels où la branche optique est incertaine</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper: higher values align SAR features more closely with optical ones; outlines count less</source>
            <translation>λ de MSAL dans l’article : des valeurs plus élevées alignent davantage les caractéristiques SAR sur les optiques ; les contours comptent moins</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper: higher values align predictions from SAR alone more closely with those with optical; outlines count less</source>
            <translation>λ de MFAL dans l’article : des valeurs plus élevées alignent davantage les prédictions du SAR seul sur celles avec optique ; les contours comptent moins</translation>
        </message>
        <message>
            <source>&amp;Keep the optical branch</source>
            <translation>&amp;Garder la branche optique</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor</source>
            <translation>« Frozen teacher » dans l’article : la branche optique reste celle du modèle de base ; utile si l’image optique est mauvaise</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory</source>
            <translation>Imagettes par pas ; des valeurs plus élevées rendent l’entraînement plus régulier, mais demandent plus de temps et de mémoire</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops</source>
            <translation>Détermine les blocs de validation et l’ordre des imagettes</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>&amp;Polarisations</translation>
        </message>
        <message>
            <source>SAR &amp;values</source>
            <translation>&amp;Valeurs SAR</translation>
        </message>
        <message>
            <source>Learn&amp;ing rate</source>
            <translation>Taux d’apprent&amp;issage</translation>
        </message>
        <message>
            <source>Weight of &amp;uncertain pixels</source>
            <translation>Poids des pi&amp;xels incertains</translation>
        </message>
        <message>
            <source>Alignment of &amp;features</source>
            <translation>Alignement des &amp;caractéristiques</translation>
        </message>
        <message>
            <source>Ali&amp;gnment of predictions</source>
            <translation>Alignement des pré&amp;dictions</translation>
        </message>
        <message>
            <source>Bat&amp;ch</source>
            <translation>Taille du &amp;lot</translation>
        </message>
        <message>
            <source>Rando&amp;m seed</source>
            <translation>&amp;Amorce</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>Périphéri&amp;que</translation>
        </message>
    </context>
    <context>
        <name>TrainingResult</name>
        <message>
            <source>&amp;Use this model</source>
            <translation>&amp;Utiliser ce modèle</translation>
        </message>
        <message>
            <source>Chooses it on the page Extract</source>
            <translation>Le choisit à la page Extraire</translation>
        </message>
        <message>
            <source>&amp;Keep base model</source>
            <translation>&amp;Garder le modèle de base</translation>
        </message>
        <message>
            <source>Deletes the new model</source>
            <translation>Supprime le nouveau modèle</translation>
        </message>
        <message>
            <source>Open re&amp;port</source>
            <translation>Ouvrir le ra&amp;pport</translation>
        </message>
        <message>
            <source>&amp;New fine-tuning</source>
            <translation>&amp;Nouvel affinage</translation>
        </message>
        <message>
            <source>The training ended after all {steps} steps.</source>
            <translation>L’entraînement s’est terminé après l’ensemble des {steps} pas.</translation>
        </message>
        <message>
            <source>The training ended after {steps} steps, because the model no longer improved.</source>
            <translation>L’entraînement s’est terminé après {steps} pas, car le modèle ne s’améliorait plus.</translation>
        </message>
        <message>
            <source>You stopped the training after {steps} steps.</source>
            <translation>L’entraînement a été arrêté à votre demande après {steps} pas.</translation>
        </message>
        <message>
            <source>The new model is that of step {}, the best one.</source>
            <translation>Le nouveau modèle est celui du pas {}, le meilleur.</translation>
        </message>
        <message>
            <source>The labels come from the optical image: the figures compare the predictions from SAR alone with those of the base model with optical, not with the truth.</source>
            <translation>Les références viennent de l’image optique : les chiffres comparent les prédictions du SAR seul à celles du modèle de base avec l’optique, pas à la réalité.</translation>
        </message>
        <message>
            <source>Validation blocks, which are on the map: {:,}; buildings in them: {:,}.</source>
            <translation>Blocs de validation, qui sont sur la carte : {:,} ; bâtiments dans ces blocs : {:,}.</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>SAR seul</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Avec l’optique</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modèle de base</translation>
        </message>
        <message>
            <source>Base model with its threshold chosen here</source>
            <translation>Modèle de base, seuil choisi ici</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Nouveau modèle</translation>
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
            <translation>F1 des objets</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Erreur de calibration</translation>
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
            <translation>Références</translation>
        </message>
        <message>
            <source>Prediction</source>
            <translation>Prédiction</translation>
        </message>
        <message>
            <source>The first pictures appear after the first validation.
You can close this panel; the fine-tuning continues.</source>
            <translation>Les premières images apparaissent après la première validation.
Ce panneau peut être fermé ; l’affinage continue.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>&amp;Stop and keep best</source>
            <translation>&amp;Arrêter et garder le meilleur</translation>
        </message>
        <message>
            <source>Ends the training now and keeps the best model so far</source>
            <translation>Termine l’entraînement maintenant et garde le meilleur modèle obtenu jusqu’ici</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Annu&amp;ler</translation>
        </message>
        <message>
            <source>Open &amp;log</source>
            <translation>Ouvrir le &amp;journal</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Reprendre</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>Aban&amp;donner</translation>
        </message>
        <message>
            <source>All training so far will be lost</source>
            <translation>Tout l’entraînement effectué sera perdu</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Démarrage…</translation>
        </message>
        <message>
            <source>Step {:.0f} of {:.0f}</source>
            <translation>Pas {:.0f} sur {:.0f}</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>En pause.</translation>
        </message>
        <message>
            <source>Resuming…</source>
            <translation>Reprise…</translation>
        </message>
        <message>
            <source>Finishing with the best model so far…</source>
            <translation>Fin avec le meilleur modèle obtenu jusqu’ici…</translation>
        </message>
    </context>
    <context>
        <name>Watchdog</name>
        <message>
            <source>The worker has not answered for {} s. It is ended if it does not answer within {} min.</source>
            <translation>Le processus de calcul ne répond pas depuis {} s. Il sera terminé s’il ne répond pas d’ici {} min.</translation>
        </message>
    </context>
    <context>
        <name>WorkerLaunch</name>
        <message>
            <source>The log folder cannot be written ({}): {}</source>
            <translation>Le dossier des journaux n’est pas accessible en écriture ({}) : {}</translation>
        </message>
    </context>
    <context>
        <name>WorkerProcess</name>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>The worker’s answer cannot be read; see the log.</source>
            <translation>La réponse du processus de calcul est illisible ; voir le journal.</translation>
        </message>
        <message>
            <source>The worker cannot be started; see the log.</source>
            <translation>Le processus de calcul ne peut pas être démarré ; voir le journal.</translation>
        </message>
        <message>
            <source>The worker did not answer and was ended; start again.</source>
            <translation>Le processus de calcul ne répondait pas et a été terminé ; relancez.</translation>
        </message>
        <message>
            <source>The worker ended unexpectedly ({}); see the log.</source>
            <translation>Le processus de calcul s’est terminé inopinément ({}) ; voir le journal.</translation>
        </message>
        <message>
            <source>Waiting for the job before it…</source>
            <translation>Attente de la tâche précédente…</translation>
        </message>
        <message>
            <source>Checking the Python environment…</source>
            <translation>Vérification de l’environnement Python…</translation>
        </message>
        <message>
            <source>Loading PyTorch…</source>
            <translation>Chargement de PyTorch…</translation>
        </message>
    </context>
</TS>

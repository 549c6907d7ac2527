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
            <source>Looking for the building…</source>
            <translation>Recherche du bâtiment…</translation>
        </message>
        <message>
            <source>The worker is busy; the click waits.</source>
            <translation>Calcul en cours ; le clic attend.</translation>
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
            <source>{:,} buildings</source>
            <translation>{} bâtiments</translation>
        </message>
        <message>
            <source>blocks: {} for training, {} for validation ({:,} buildings)</source>
            <translation>blocs : {} pour apprendre, {} pour valider ({} bâtiments)</translation>
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
            <translation>Le polygone n’a pas de surface ; le dessiner à nouveau.</translation>
        </message>
        <message>
            <source>This place is outside the SAR layer “{}”; click on that layer, or choose another SAR layer on the page Extract.</source>
            <translation>Cet endroit est hors de la couche SAR « {} » ; cliquer sur cette couche, ou choisir une autre couche SAR à la page Extraire.</translation>
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
            <translation>{} ajoutées, {} remplacées, en {:.1f} s. Ctrl+Z les retire.</translation>
        </message>
        <message>
            <source>Building by click</source>
            <translation>Bâtiment par clic</translation>
        </message>
        <message>
            <source>Accepted in a review: not changed.</source>
            <translation>Acceptée lors de la révision : inchangée.</translation>
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
            <translation>Les empreintes ne peuvent pas être transformées dans le système de coordonnées de la couche « {} » ; supprimer cette couche et cliquer à nouveau.</translation>
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
            <translation>Cet endroit ne peut pas être transformé dans le système de coordonnées de la couche SAR ; cliquer sur la couche SAR.</translation>
        </message>
        <message>
            <source>The layer “{}” has a filter that hides footprints; clear it and click again.</source>
            <translation>La couche « {} » a un filtre qui cache des empreintes ; l’effacer et cliquer à nouveau.</translation>
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
            <translation>De ceux présents dans les deux : IoU moyen {:.2f}, déplacement médian {:.1f} m, décalage médian {:+.1f} m vers l’est, {:+.1f} m vers le nord</translation>
        </message>
        <message>
            <source>Area: everything</source>
            <translation>Zone : tout</translation>
        </message>
        <message>
            <source>Area: limited</source>
            <translation>Zone : limitée</translation>
        </message>
        <message>
            <source>Layer: {}</source>
            <translation>Couche : {}</translation>
        </message>
        <message>
            <source>Reference: {}</source>
            <translation>Référence : {}</translation>
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
            <source>Intersection over union from which two polygons are the same building</source>
            <translation>Intersection sur union à partir de laquelle deux polygones sont le même bâtiment</translation>
        </message>
        <message>
            <source>Intersection over union below which the same building has changed</source>
            <translation>Intersection sur union en dessous de laquelle le même bâtiment est modifié</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Distance of the centroids beyond which the same building has changed</source>
            <translation>Distance des centroïdes au-delà de laquelle le même bâtiment est modifié</translation>
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
            <source>Reading</source>
            <translation>Lecture</translation>
        </message>
        <message>
            <source>Extracting</source>
            <translation>Extraction</translation>
        </message>
        <message>
            <source>Reading the kept rows</source>
            <translation>Lecture des lignes conservées</translation>
        </message>
        <message>
            <source>Outlining</source>
            <translation>Tracé des contours</translation>
        </message>
        <message>
            <source>Straightening</source>
            <translation>Redressement</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Comparaison</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Écriture</translation>
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
            <source>Comparing with the base model</source>
            <translation>Comparaison avec le modèle de base</translation>
        </message>
        <message>
            <source>as chosen in the settings</source>
            <translation>selon le choix dans les paramètres</translation>
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
            <source>no NVIDIA GPU found</source>
            <translation>pas de GPU NVIDIA trouvé</translation>
        </message>
        <message>
            <source>faster than PyTorch on this machine</source>
            <translation>plus rapide que PyTorch sur cette machine</translation>
        </message>
        <message>
            <source>faster than OpenVINO on this machine</source>
            <translation>plus rapide qu’OpenVINO sur cette machine</translation>
        </message>
        <message>
            <source>OpenVINO does not work on this machine</source>
            <translation>OpenVINO ne fonctionne pas sur cette machine</translation>
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
            <source>positive values with the long bright tail of amplitude</source>
            <translation>valeurs positives avec la longue traîne brillante de l’amplitude</translation>
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
            <translation>Périphérique de calcul ; les résultats ne diffèrent que par les dernières décimales</translation>
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
        <name>EnvironmentBox</name>
        <message>
            <source>Python and PyTorch</source>
            <translation>Python et PyTorch</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Supprimer</translation>
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
            <source>Where packages come from</source>
            <translation>Origine des paquets</translation>
        </message>
        <message>
            <source>Package index</source>
            <translation>Index de paquets</translation>
        </message>
        <message>
            <source>Folder of wheels</source>
            <translation>Dossier de wheels</translation>
        </message>
        <message>
            <source>A model is being fine-tuned in this environment; stop it or wait until it has finished, then try again.</source>
            <translation>Un modèle est en cours d’affinage dans cet environnement ; l’arrêter ou attendre la fin, puis réessayer.</translation>
        </message>
        <message>
            <source>{} Jobs that use it will be cancelled.</source>
            <translation>{} Les traitements qui l’utilisent seront annulés.</translation>
        </message>
        <message>
            <source>CMH-CL</source>
            <translation>CMH-CL</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Ouvrir le journal</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installer</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Mettre à jour</translation>
        </message>
        <message>
            <source>The installation is not complete.</source>
            <translation>L’installation n’est pas allée jusqu’au bout.</translation>
        </message>
        <message>
            <source>Footprints are computed outside QGIS, in a separate Python environment. Install creates it in your QGIS profile: about {:.1f} GB to download and {:.1f} GB on disk, or with an NVIDIA GPU {:.1f} and {:.1f} GB.</source>
            <translation>Les empreintes sont calculées hors de QGIS, dans un environnement Python séparé. « Installer » le crée dans le profil QGIS : environ {:.1f} Go à télécharger et {:.1f} Go sur le disque, ou avec un GPU NVIDIA {:.1f} et {:.1f} Go.</translation>
        </message>
        <message>
            <source>The installed libraries do not match this version of the plugin; update them.</source>
            <translation>Les bibliothèques installées ne correspondent pas à cette version de l’extension ; les mettre à jour.</translation>
        </message>
        <message>
            <source>Installed on {} in {}: {}.</source>
            <translation>Installé le {} dans {} : {}.</translation>
        </message>
    </context>
    <context>
        <name>ExtractByClick</name>
        <message>
            <source>There are no footprints by click; click some buildings first.</source>
            <translation>Il n’y a pas d’empreintes par clic ; cliquer d’abord quelques bâtiments.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <source>Footprints from “{}”</source>
            <translation>Empreintes depuis « {} »</translation>
        </message>
        <message>
            <source>Click each corner · right-click: extract all buildings in it · Ctrl+Z: remove a corner · Esc: discard</source>
            <translation>Cliquer chaque sommet · clic droit : extraire tous les bâtiments du polygone · Ctrl+Z : retirer un sommet · Échap : abandonner</translation>
        </message>
        <message>
            <source>Nothing found · click another place, or Shift+click more of the building</source>
            <translation>Rien trouvé · cliquer ailleurs, ou Maj+clic sur une autre partie du bâtiment</translation>
        </message>
        <message>
            <source>Shift+click: add a part · right-click: remove a part · Enter or next building: accept · Ctrl+Z: take back a click · Esc: discard</source>
            <translation>Maj+clic : ajouter une partie · clic droit : enlever une partie · Entrée ou bâtiment suivant : accepter · Ctrl+Z : retirer un clic · Échap : abandonner</translation>
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
            <source>Minimum probability of a building pixel: lower finds more, higher less. The triangle marks the model’s own. If a result is the active layer, its footprints are outlined again.</source>
            <translation>Probabilité minimale d’un pixel de bâtiment : plus bas trouve plus, plus haut moins. Le triangle indique celui du modèle. Si un résultat est la couche active, ses empreintes sont retracées.</translation>
        </message>
        <message>
            <source>GeoPackage to write; empty: a temporary file</source>
            <translation>GeoPackage à écrire ; vide : un fichier temporaire</translation>
        </message>
        <message>
            <source>starting…</source>
            <translation>démarrage…</translation>
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
            <translation>Soig&amp;né (8 fois plus lent)</translation>
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
            <source>&amp;Threshold</source>
            <translation>Se&amp;uil</translation>
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
            <translation>Les paramètres sont remplis ; en changer quelques-uns et cliquer sur Extraire.</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; choose another model.</source>
            <translation>Le modèle « {} » n’existe plus ; choisir un autre modèle.</translation>
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
        <message>
            <source>Options…</source>
            <translation>Options…</translation>
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
            <source>From the optical image: no outlines are needed; where the base model is sure with the optical layer, its answers are the labels, and teach it to do without</source>
            <translation>De l’image optique : aucun contour n’est nécessaire ; là où le modèle de base est sûr avec la couche optique, ses réponses servent de références et lui apprennent à s’en passer</translation>
        </message>
        <message>
            <source>Choose a polygon layer…</source>
            <translation>Choisir une couche de polygones…</translation>
        </message>
        <message>
            <source>Outlines of buildings; unsaved edits and layer filters are taken into account</source>
            <translation>Contours de bâtiments ; les modifications non enregistrées et les filtres de la couche sont pris en compte</translation>
        </message>
        <message>
            <source>The new model is judged by these answers too, not by the truth; look at it on the map before you rely on it.</source>
            <translation>Le nouveau modèle est aussi jugé d’après ces réponses, pas d’après la réalité ; le vérifier sur la carte avant de s’y fier.</translation>
        </message>
        <message>
            <source>Hull of the labels, or whole scene</source>
            <translation>Enveloppe des références, ou toute la scène</translation>
        </message>
        <message>
            <source>The area in which every building has an outline; the rest of it is learned as “no building”, and nothing outside it is used. Without a layer it is the hull of the outlines, or the whole scene for labels from the optical image</source>
            <translation>La zone où chaque bâtiment a un contour ; le reste de la zone est appris comme « pas de bâtiment », et rien en dehors n’est utilisé. Sans couche, c’est l’enveloppe des contours, ou toute la scène pour des références tirées de l’image optique</translation>
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
            <translation>Approfondi (environ quatre fois plus long)</translation>
        </message>
        <message>
            <source>Number of training steps</source>
            <translation>Nombre de pas d’apprentissage</translation>
        </message>
        <message>
            <source>Heads and shared block</source>
            <translation>Têtes et bloc partagé</translation>
        </message>
        <message>
            <source>Also the decoders</source>
            <translation>Aussi les décodeurs</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <source>With few labels, it is safer to train fewer parts</source>
            <translation>Avec peu de références, il est plus sûr d’entraîner moins de parties</translation>
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
            <translation>Tout l’apprentissage effectué sera perdu. Pour le conserver, utiliser plutôt « Arrêter et garder le meilleur ».</translation>
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
            <translation>Il n’y a pas de couche optique d’où tirer des références ; en choisir une, ou une couche de polygones comme références.</translation>
        </message>
        <message>
            <source>The labels and the labelled area are the same layer; for the area, choose polygons in which every building has an outline, or the hull of the labels.</source>
            <translation>Les références et la zone de référence sont la même couche ; comme zone, choisir des polygones où chaque bâtiment a un contour, ou l’enveloppe des références.</translation>
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
        <name>InstallFailure</name>
        <message>
            <source>A package of the index does not have the hash that it had when the plugin was made, and was not installed; try again, or enter the index in the options if you trust it.</source>
            <translation>Un paquet de l’index n’a pas l’empreinte qu’il avait lors de la création de l’extension, et n’a pas été installé ; réessayer, ou saisir l’index dans les options si l’on s’y fie.</translation>
        </message>
        <message>
            <source>The disk is full; free up space on the disk of the QGIS profile, then try again.</source>
            <translation>Le disque est plein ; libérer de l’espace sur le disque du profil QGIS, puis réessayer.</translation>
        </message>
        <message>
            <source>Another program, often a virus scanner, has a file of the environment open; wait a minute and try again, or exclude the QGIS profile from scanning.</source>
            <translation>Un autre programme, souvent un antivirus, a un fichier de l’environnement ouvert ; attendre une minute et réessayer, ou exclure le profil QGIS de l’analyse.</translation>
        </message>
        <message>
            <source>A path became too long for Windows; switch on long paths in Windows, or use a QGIS profile in a folder with a shorter name.</source>
            <translation>Un chemin est devenu trop long pour Windows ; activer les chemins longs de Windows, ou utiliser un profil QGIS dans un dossier au nom plus court.</translation>
        </message>
        <message>
            <source>The environment’s folder cannot be written; check the permissions of the folder of the QGIS profile.</source>
            <translation>Le dossier de l’environnement ne peut pas être écrit ; vérifier les permissions du dossier du profil QGIS.</translation>
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
            <translation>L’index de paquets a un certificat qui n’est pas approuvé, souvent celui d’un proxy ; ajouter le certificat de votre organisation dans Préférences &gt; Options &gt; Authentification &gt; Gestion des Certificats, puis réessayer.</translation>
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
            <translation>Le Python trouvé n’est pas compatible avec PyTorch ; installer Python 3.12 depuis python.org, ou le programme uv, puis réessayer.</translation>
        </message>
        <message>
            <source>There is no package {0} for this system and this Python; use Python 3.12, another package index or a more complete folder of wheels.</source>
            <translation>Il n’y a pas de paquet {0} pour ce système et ce Python ; utiliser Python 3.12, un autre index de paquets ou un dossier de wheels plus complet.</translation>
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
            <source>The installation was killed, perhaps because memory ran out; close other programs and try again.</source>
            <translation>L’installation a été interrompue de l’extérieur, peut-être faute de mémoire ; fermer d’autres programmes et réessayer.</translation>
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
        <name>Installation</name>
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
            <source>PyTorch’s own index cannot be reached; the build in the general index is installed instead, which may be several gigabytes larger.</source>
            <translation>L’index propre à PyTorch est injoignable ; la version de l’index général est installée à la place, qui peut être plus grosse de plusieurs gigaoctets.</translation>
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
            <translation>OpenVINO n’a pas pu être installé, les extractions sur le processeur sont donc plus longues : {}</translation>
        </message>
        <message>
            <source>{}: some packages are not in the plugin’s lock file, so their hashes are not compared.</source>
            <translation>{} : certains paquets ne figurent pas dans le fichier de verrouillage de l’extension, leurs empreintes ne sont donc pas comparées.</translation>
        </message>
        <message>
            <source>The installation needs {:,} MB on the disk of {}, which has {:,} MB free; free up space there, then try again.</source>
            <translation>L’installation demande {} Mo sur le disque de {}, où il en reste {} ; y libérer de l’espace, puis réessayer.</translation>
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
            <translation>{} sur environ {} Mo</translation>
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
        <name>LabelsAction</name>
        <message>
            <source>Use as labels for fine-tuning…</source>
            <translation>Utiliser pour l’affinage…</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>“{}” is being edited; save its edits or discard them, then filter it.</source>
            <translation>« {} » est en cours d’édition ; enregistrer ou annuler les modifications, puis filtrer.</translation>
        </message>
        <message>
            <source>“{}” cannot be filtered; save it as a GeoPackage first.</source>
            <translation>« {} » ne peut pas être filtrée ; l’enregistrer d’abord comme GeoPackage.</translation>
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
            <source>Footprint</source>
            <translation>Empreinte</translation>
        </message>
        <message>
            <source>“{}” is a web map, not a file; save it as a GeoTIFF (right click, Export &gt; Save As…, with the map canvas extent) and choose that.</source>
            <translation>« {} » est une carte web, pas un fichier ; l’enregistrer en GeoTIFF (clic droit, Exporter &gt; Enregistrer sous…, avec l’emprise du canevas) et choisir celui-ci.</translation>
        </message>
        <message>
            <source>The layer “{}” is not a raster file on this computer; save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>La couche « {} » n’est pas un fichier raster sur cet ordinateur ; l’enregistrer en GeoTIFF (clic droit, Exporter &gt; Enregistrer sous…) et choisir celui-ci.</translation>
        </message>
        <message>
            <source>“{}” is a web map, a picture without SAR values; choose a SAR raster file.</source>
            <translation>« {} » est une carte web, une image sans valeurs SAR ; choisir un fichier raster SAR.</translation>
        </message>
        <message>
            <source>The SAR layers have different coordinate systems; set the same one for all of them (Layer &gt; Set CRS of Layer(s)…): {}</source>
            <translation>Les couches SAR ont des systèmes de coordonnées différents ; définir le même pour toutes (Couche &gt; Définir le SCR des couches…) : {}</translation>
        </message>
        <message>
            <source>No polygon is selected; select one in a polygon layer.</source>
            <translation>Aucun polygone n’est sélectionné ; en sélectionner un dans une couche de polygones.</translation>
        </message>
        <message>
            <source>Polygons are selected in {}; make one of these layers active.</source>
            <translation>Des polygones sont sélectionnés dans {} ; rendre active l’une de ces couches.</translation>
        </message>
        <message>
            <source>the file is incomplete</source>
            <translation>le fichier est incomplet</translation>
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
            <source>The layer “{}” has no polygon; draw the area or choose another.</source>
            <translation>La couche « {} » n’a pas de polygone ; dessiner la zone ou en choisir une autre.</translation>
        </message>
        <message>
            <source>The layer “{}” has no coordinate system; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>La couche « {} » n’a pas de système de coordonnées ; le définir (Couche &gt; Définir le SCR des couches…).</translation>
        </message>
        <message>
            <source>Footprints {} · {} · {}</source>
            <translation>Empreintes {} · {} · {}</translation>
        </message>
        <message>
            <source>The footprints cannot be opened; run the extraction again: {}</source>
            <translation>Les empreintes ne peuvent pas être ouvertes ; relancer l’extraction : {}</translation>
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
            <translation>Recouvrement avec les références, de 0 à 1, dans des zones non utilisées pour l’apprentissage</translation>
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
            <source>Better than its base model on areas it was not trained on ({} blocks).</source>
            <translation>Meilleur que sa base sur un terrain où il n’a pas été entraîné ({} blocs).</translation>
        </message>
        <message>
            <source>No better than its base model on areas it was not trained on; use the base model instead.</source>
            <translation>Pas meilleur que sa base sur un terrain où il n’a pas été entraîné : utiliser plutôt la base.</translation>
        </message>
        <message>
            <source>Not compared with its base model: the labelled area is too small for validation.</source>
            <translation>On ne sait pas s’il est meilleur que sa base : trop peu de terrain pour valider.</translation>
        </message>
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
            <source>SAR alone</source>
            <translation>SAR seul</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Avec l’optique</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Seuil</translation>
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
            <source>{} for training, {} for validation</source>
            <translation>{} pour l’apprentissage, {} pour la validation</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Paramètres</translation>
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
            <source>from the optical image</source>
            <translation>de l’image optique</translation>
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
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
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
            <source>{} scenes</source>
            <translation>{} scènes</translation>
        </message>
        <message>
            <source>Trained on: {}</source>
            <translation>Entraîné sur : {}</translation>
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
            <translation>Le terrain sur lequel il a été entraîné</translation>
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
            <source>E&amp;xport…</source>
            <translation>E&amp;xporter…</translation>
        </message>
        <message>
            <source>Save the model as a zip file</source>
            <translation>Enregistrer le modèle en un fichier zip</translation>
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
            <translation>La zone d’apprentissage de « {} » ne peut pas être transformée dans le système de coordonnées de la carte ; en choisir un autre pour la carte.</translation>
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
            <source>Delete model</source>
            <translation>Supprimer le modèle</translation>
        </message>
        <message>
            <source>Delete “{}” from disk? This cannot be undone.</source>
            <translation>Supprimer « {} » du disque ? Cette action est irréversible.</translation>
        </message>
        <message>
            <source>Export model</source>
            <translation>Exporter le modèle</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Fichiers zip (*.zip)</translation>
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
            <source>Imported “{}”.</source>
            <translation>« {} » importé.</translation>
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
            <source>Check</source>
            <translation>Vérifier</translation>
        </message>
        <message>
            <source>Libraries, device and speed</source>
            <translation>Bibliothèques, périphérique et vitesse</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>Copier le rapport</translation>
        </message>
        <message>
            <source>For a bug report; it contains no personal paths</source>
            <translation>Pour un rapport d’anomalie ; il ne contient pas de chemins personnels</translation>
        </message>
        <message>
            <source>Allow files that refer to files elsewhere</source>
            <translation>Autoriser les fichiers qui renvoient à d’autres fichiers</translation>
        </message>
        <message>
            <source>Virtual rasters whose sources are in other folders, web maps saved as files, and the like; only for files that you trust</source>
            <translation>Rasters virtuels dont les sources se trouvent dans d’autres dossiers, cartes web enregistrées comme fichiers, etc. ; seulement pour des fichiers de confiance</translation>
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
            <source>GeoPackage (*.gpkg)</source>
            <translation>GeoPackage (*.gpkg)</translation>
        </message>
        <message>
            <source>Temporary file</source>
            <translation>Fichier temporaire</translation>
        </message>
    </context>
    <context>
        <name>OutputPaths</name>
        <message>
            <source>The folder cannot be written ({}); choose another: {}</source>
            <translation>Le dossier n’est pas accessible en écriture ({}) ; en choisir un autre : {}</translation>
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
            <translation>Quitter QGIS ?</translation>
        </message>
        <message>
            <source>A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at the next start.</source>
            <translation>Un modèle est en cours d’affinage. Quitter QGIS ? L’affinage pourra reprendre au prochain démarrage.</translation>
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
            <source>Environment</source>
            <translation>Environnement</translation>
        </message>
        <message>
            <source>The output is also an input; choose another file: {}</source>
            <translation>La sortie est aussi une entrée ; choisir un autre fichier : {}</translation>
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
            <source>Footprints</source>
            <translation>Empreintes</translation>
        </message>
        <message>
            <source>The differences between two layers of building polygons, such as footprints and a reference, or a newer and an older map: which buildings are matched, changed, new or missing, with precision, recall, F1 and mean IoU.

Polygons match one to one, best IoU first. Where no area and no probabilities are given, everything is compared, so a layer that covers more than the other has new or missing buildings there.</source>
            <translation>Les différences entre deux couches de polygones de bâtiments, par exemple des empreintes et une référence, ou une carte récente et une carte ancienne : quels bâtiments sont appariés, modifiés, nouveaux ou manquants, avec la précision, le rappel, le F1 et l’IoU moyen.

Les polygones sont appariés un à un, le meilleur IoU d’abord. Sans zone ni probabilités, tout est comparé : si une couche couvre plus que l’autre, les bâtiments y sont nouveaux ou manquants.</translation>
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
            <translation>Polygones que les deux couches couvrent ; vide : tout est comparé.</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>Probabilités</translation>
        </message>
        <message>
            <source>The probabilities that the extraction of the layer wrote: they give the confidence, also of missing buildings, and limit the comparison to what was extracted.</source>
            <translation>Les probabilités que l’extraction de la couche a écrites : elles donnent la confiance, aussi des bâtiments manquants, et limitent la comparaison à ce qui a été extrait.</translation>
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
            <source>GeoPackage to write.</source>
            <translation>GeoPackage à écrire.</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others or none.</source>
            <translation>Les probabilités {} ne peuvent pas être ouvertes ; choisissez-en d’autres ou aucune.</translation>
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
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Compares the predictions of a model, or finished footprints of any source, with known buildings: IoU, F1, precision and recall of pixels, IoU of boundaries, F1 of whole buildings (matched at an IoU of at least 0.5), and the calibration error of the probabilities (0: a probability of 80 % is right 8 times in 10). Of finished footprints, IoU, F1, precision and recall are those of areas instead of pixels; there are no figures of boundaries and probabilities.

Ground without a label is background: limit the area to where all buildings are labelled.</source>
            <translation>Compare les prédictions d’un modèle, ou des empreintes déjà faites de toute origine, à des bâtiments connus : IoU, F1, précision et rappel des pixels, IoU des contours, F1 des bâtiments entiers (appariés à partir d’un IoU de 0,5) et l’erreur de calibration des probabilités (0 : une probabilité de 80 % est juste 8 fois sur 10). Pour des empreintes déjà faites, IoU, F1, précision et rappel portent sur les surfaces et non sur les pixels ; il n’y a pas de chiffres de contours ni de probabilités.

Le sol sans référence est le fond : limiter la zone à l’endroit où tous les bâtiments ont une référence.</translation>
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
            <source>IoU of boundaries</source>
            <translation>IoU des bords</translation>
        </message>
        <message>
            <source>F1 of buildings</source>
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
            <translation>Adresse d'une grappe Dask qui calcule la scène par parties, ou local:N pour N processus de cet ordinateur ; vide : un seul processus.</translation>
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
            <translation>Continue l’entraînement d’un modèle sur une partie de votre scène dont les bâtiments sont connus. Des blocs de terrain sont mis à part, jamais entraînés, et servent à comparer le nouveau modèle à sa base ; le rapport montre les deux.

Dans la zone, ce qui n’est sous aucune référence compte comme « pas de bâtiment ». Avec un raster optique, les trois branches apprennent ; sans lui, la voie du SAR seul.

Avec un raster optique, aucune référence n’est nécessaire : celles de l’image optique sont ce que le modèle de base prédit avec elle là où il est sûr. Le nouveau modèle est alors aussi jugé d’après ces prédictions, pas d’après la réalité.</translation>
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
            <source>quick: minutes; thorough: about four times as long, for larger areas.</source>
            <translation>quick : quelques minutes ; thorough : environ quatre fois plus long, pour de plus grandes zones.</translation>
        </message>
        <message>
            <source>What is trained</source>
            <translation>Ce qui est entraîné</translation>
        </message>
        <message>
            <source>heads: least, for a scene similar to those of the base model; decoders: more; everything: for many labels.</source>
            <translation>heads : le moins, pour une scène très semblable à celles que connaît le modèle de base ; decoders : davantage ; everything : pour de nombreuses références.</translation>
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
            <source>polygons: the layer of labels; optical: what the base model predicts with the optical raster.</source>
            <translation>polygons : la couche des références ; optical : ce que le modèle de base prédit avec le raster optique.</translation>
        </message>
        <message>
            <source>Polygons of buildings; 20 or more of them. Not used with labels from optical.</source>
            <translation>Polygones de bâtiments ; au moins 20. Inutilisés si les références viennent de l’optique.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Zone de référence</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the hull of the labels, or the whole scene for labels from optical.</source>
            <translation>Là où tous les bâtiments sont relevés ; vide : l’enveloppe des références, ou toute la scène pour des références tirées de l’optique.</translation>
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
            <translation>Il n’y a pas de raster optique d’où tirer des références ; en choisir un.</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pas</translation>
        </message>
        <message>
            <source>0: the number that the effort sets.</source>
            <translation>0 : le nombre que fixe l’effort.</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Taille du lot</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory.</source>
            <translation>Imagettes par pas ; des valeurs plus élevées rendent l’apprentissage plus régulier, mais demandent plus de temps et de mémoire.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Taux d’apprentissage</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model; 0: chosen by what is trained.</source>
            <translation>Des valeurs plus élevées apprennent plus vite, mais oublient davantage du modèle de base ; 0 : selon ce qui est entraîné.</translation>
        </message>
        <message>
            <source>Frozen teacher</source>
            <translation>Enseignant figé</translation>
        </message>
        <message>
            <source>Keeps the optical branch as it is in the base model; useful if the optical image is poor.</source>
            <translation>Conserve la branche optique telle qu’elle est dans le modèle de base ; utile si l’image optique est médiocre.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Amorce</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops.</source>
            <translation>Détermine les blocs de validation et l’ordre des imagettes.</translation>
        </message>
        <message>
            <source>Temperature T</source>
            <translation>Température T</translation>
        </message>
        <message>
            <source>Higher values align the branches on uncertain pixels too.</source>
            <translation>Des valeurs plus élevées alignent les branches aussi sur les pixels incertains.</translation>
        </message>
        <message>
            <source>Weight of the shared block’s alignment (MSA); 0: off.</source>
            <translation>Poids de l’alignement dans le bloc partagé (MSA) ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Weight of the fused branches’ alignment (MFA); 0: off.</source>
            <translation>Poids de l’alignement des branches fusionnées (MFA) ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Weight of the edge loss, for sharp edges; 0: off.</source>
            <translation>Poids de la netteté des bords ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Weight of the contact loss, which separates touching buildings; 0: off.</source>
            <translation>Poids de la séparation des bâtiments qui se touchent ; 0 : désactivé.</translation>
        </message>
        <message>
            <source>Weight {}</source>
            <translation>Poids {}</translation>
        </message>
        <message>
            <source>Distance of alignment</source>
            <translation>Distance de l’alignement</translation>
        </message>
        <message>
            <source>Measure of the difference between the branches.</source>
            <translation>Comment les branches sont comparées pendant qu’elles s’enseignent l’une l’autre.</translation>
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
            <source>Building polygons</source>
            <translation>Polygones de bâtiments</translation>
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
            <translation>Probabilité minimale d’un pixel de bâti ; vide : celle du modèle.</translation>
        </message>
        <message>
            <source>Careful</source>
            <translation>Minutieux</translation>
        </message>
        <message>
            <source>Averages the predictions for rotated and mirrored views of the scene (test-time augmentation): about 8 times slower.</source>
            <translation>Fait la moyenne des prédictions pour des vues tournées et en miroir de la scène (test-time augmentation) : environ 8 fois plus lent.</translation>
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
            <source>The scale of the SAR values; auto: detected.</source>
            <translation>L’échelle des valeurs SAR ; auto : déterminée automatiquement.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Périphérique</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available.</source>
            <translation>Périphérique de calcul ; auto : le plus rapide disponible.</translation>
        </message>
        <message>
            <source>No SAR raster can be opened; choose another one.</source>
            <translation>Aucun raster SAR ne peut être ouvert ; en choisir un autre.</translation>
        </message>
        <message>
            <source>The layer {} cannot be opened; choose a polygon layer.</source>
            <translation>La couche {} ne peut pas être ouverte ; choisir une couche de polygones.</translation>
        </message>
        <message>
            <source>The optical layer {} cannot be opened; choose another or none.</source>
            <translation>La couche optique {} ne peut pas être ouverte ; en choisir une autre ou aucune.</translation>
        </message>
        <message>
            <source>Simulate scene</source>
            <translation>Simuler une scène</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Données</translation>
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
            <source>Number of buildings</source>
            <translation>Nombre de bâtiments</translation>
        </message>
        <message>
            <source>The output has several layers, which would be lost ({}); choose another file: {}</source>
            <translation>La sortie contient plusieurs couches, qui seraient perdues ({}) ; choisir un autre fichier : {}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another file: {}</source>
            <translation>La sortie est ouverte dans un autre programme ; l’y fermer ou choisir un autre fichier : {}</translation>
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
    </context>
    <context>
        <name>Python</name>
        <message>
            <source>CMH-CL has no Python environment yet; install it in the plugin’s options.</source>
            <translation>CMH-CL n’a pas encore d’environnement Python ; l’installer dans les options de l’extension.</translation>
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
            <source>Show from co&amp;nfidence</source>
            <translation>Afficher dès la con&amp;fiance</translation>
        </message>
        <message>
            <source>The layer “{}” is being edited; save its edits or discard them first.</source>
            <translation>La couche « {} » est en cours de modification ; enregistrer d’abord ses modifications ou les abandonner.</translation>
        </message>
        <message>
            <source>The probabilities no longer exist; run the extraction again: {}</source>
            <translation>Les probabilités n’existent plus ; relancer l’extraction : {}</translation>
        </message>
        <message>
            <source>“{}” was edited after it was outlined. Outline it again and discard these edits?</source>
            <translation>« {} » a été modifiée après le tracé de ses contours. Les retracer et abandonner ces modifications ?</translation>
        </message>
        <message>
            <source>Discard edits?</source>
            <translation>Abandonner les modifications ?</translation>
        </message>
    </context>
    <context>
        <name>ResumeOffers</name>
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
            <source>Choose the layer whose footprints you want to go through.</source>
            <translation>Choisir la couche dont les empreintes sont à parcourir.</translation>
        </message>
        <message>
            <source>This layer has no footprints.</source>
            <translation>Cette couche n’a pas d’empreintes.</translation>
        </message>
        <message>
            <source>{:,} skipped, without a decision.</source>
            <translation>{} passées, sans décision.</translation>
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
            <translation>Toutes les empreintes sont révisées : {} acceptées, {} marquées pour plus tard, {} supprimées.</translation>
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
            <source>Confidence {:.2f}</source>
            <translation>Confiance {:.2f}</translation>
        </message>
        <message>
            <source>{:,.0f} m²</source>
            <translation>{:.0f} m²</translation>
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
            <source>The field “review” of the layer “{}” cannot store decisions, which are texts of up to {} letters; rename that field.</source>
            <translation>Le champ « review » de la couche « {} » ne peut pas stocker les décisions, qui sont des textes d’au plus {} lettres ; renommer ce champ.</translation>
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
            <translation>« {} » a des modifications non enregistrées ; les enregistrer, puis utiliser la couche pour l’affinage.</translation>
        </message>
        <message>
            <source>Not yet reviewed ({:,})</source>
            <translation>À réviser ({})</translation>
        </message>
        <message>
            <source>Marked for later ({:,})</source>
            <translation>Marquées ({})</translation>
        </message>
        <message>
            <source>{:,} of {:,} reviewed, {:,} deleted</source>
            <translation>{} sur {} révisées, {} supprimées</translation>
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
            <source>{:.2g} m</source>
            <translation>{:.2g} m</translation>
        </message>
        <message>
            <source>{:.0f} % valid</source>
            <translation>{:.0f} % valide</translation>
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
            <translation>PyTorch utilise le CPU bien qu’il y ait un pilote NVIDIA ({}) ; mettre à jour le pilote, ou supprimer l’environnement et le réinstaller.</translation>
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
            <source>block [% to_int("number") %], [% replace("role", '&lt;', '') %]</source>
            <translation>bloc [% to_int("number") %], [% replace("role", '&lt;', '') %]</translation>
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
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;moved by [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confidence [% coalesce(format_number("confidence", 2), '–') %]</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;déplacé de [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confiance [% coalesce(format_number("confidence", 2), '–') %]</translation>
        </message>
        <message>
            <source>low confidence (up to 50 %)</source>
            <translation>confiance faible (jusqu’à 50 %)</translation>
        </message>
        <message>
            <source>medium (50 to 70 %)</source>
            <translation>moyenne (50 à 70 %)</translation>
        </message>
        <message>
            <source>high (above 70 %)</source>
            <translation>élevée (plus de 70 %)</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confidence [% format_number("confidence", 2) %]</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confiance [% format_number("confidence", 2) %]</translation>
        </message>
    </context>
    <context>
        <name>ThresholdChange</name>
        <message>
            <source>Looking for edits in “{}”</source>
            <translation>Recherche de modifications dans « {} »</translation>
        </message>
        <message>
            <source>The layer “{}” was not changed, because it is being edited; save or discard its edits, then move the slider again.</source>
            <translation>La couche « {} » n’a pas été changée, car elle est en cours de modification ; enregistrer ou abandonner ses modifications, puis déplacer à nouveau le curseur.</translation>
        </message>
        <message>
            <source>Writing “{}”</source>
            <translation>Écriture de « {} »</translation>
        </message>
        <message>
            <source>{:,} footprints at the threshold {:.2f}.</source>
            <translation>{} empreintes au seuil {:.2f}.</translation>
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
            <translation>Imagettes par pas ; des valeurs plus élevées rendent l’apprentissage plus régulier, mais demandent plus de temps et de mémoire</translation>
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
            <source>“{}” is better than its base model on the validation blocks, which it was not trained on.</source>
            <translation>« {} » est meilleur que son modèle de base sur un terrain qu’il n’a jamais vu.</translation>
        </message>
        <message>
            <source>Fine-tuning made the model worse: on the validation blocks, the base model is better than “{}”. Keep the base model.</source>
            <translation>L’affinage a dégradé le modèle : sur les blocs de validation, le modèle de base est meilleur que « {} ». Garder le modèle de base.</translation>
        </message>
        <message>
            <source>“{}” is ready, but could not be validated: the labelled area is too small for validation blocks. Judge it on the map before you rely on it.</source>
            <translation>« {} » est prêt, mais n’a pas pu être validé : la zone de référence est trop petite pour en mettre une partie à part. Le juger sur la carte avant de s’y fier.</translation>
        </message>
        <message>
            <source>The training ended after all {steps} steps.</source>
            <translation>L’apprentissage s’est terminé après l’ensemble des {steps} pas.</translation>
        </message>
        <message>
            <source>The training ended after {steps} steps, because the model no longer improved.</source>
            <translation>L’apprentissage s’est terminé après {steps} pas, car le modèle ne s’améliorait plus.</translation>
        </message>
        <message>
            <source>You stopped the training after {steps} steps.</source>
            <translation>L’apprentissage a été arrêté à votre demande après {steps} pas.</translation>
        </message>
        <message>
            <source>The new model is that of step {}, the best one.</source>
            <translation>Le nouveau modèle est celui du pas {}, le meilleur.</translation>
        </message>
        <message>
            <source>The labels come from the optical image: the figures compare the predictions from SAR alone with those of the base model with optical, not with the truth.</source>
            <translation>Les références viennent de l’image optique : les chiffres comparent les prédictions du SAR seul à celles du modèle de base avec l’optique, pas à la réalité.</translation>
        </message>
        <message>
            <source>Validation blocks: {blocks}, with {buildings} buildings; they are on the map.</source>
            <translation>Blocs de validation : {blocks}, avec {buildings} bâtiments ; ils sont sur la carte.</translation>
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
            <translation>Termine l’apprentissage maintenant et garde le meilleur modèle obtenu jusqu’ici</translation>
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
            <translation>Tout l’apprentissage effectué sera perdu</translation>
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
        <name>WorkerProcess</name>
        <message>
            <source>The log folder cannot be written ({}): {}</source>
            <translation>Le dossier des journaux n’est pas accessible en écriture ({}) : {}</translation>
        </message>
        <message>
            <source>The worker cannot be started; see the log.</source>
            <translation>Le processus de calcul ne peut pas être démarré ; voir le journal.</translation>
        </message>
        <message>
            <source>The worker did not answer and was ended; start again.</source>
            <translation>Le processus de calcul ne répondait pas et a été terminé ; relancez.</translation>
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
        <message>
            <source>The worker has not answered for {} s. It is ended if it does not answer within {} min.</source>
            <translation>Le processus de calcul ne répond pas depuis {} s. Il sera terminé s’il ne répond pas d’ici {} min.</translation>
        </message>
        <message>
            <source>The worker’s answer cannot be read; see the log.</source>
            <translation>La réponse du processus de calcul est illisible ; voir le journal.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
    </context>
</TS>

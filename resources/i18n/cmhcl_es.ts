<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
    <context>
        <name>BlockLayers</name>
        <message>
            <source>Validation blocks</source>
            <translation>Bloques de validación</translation>
        </message>
        <message>
            <source>Validation blocks of {}</source>
            <translation>Bloques de validación de {}</translation>
        </message>
    </context>
    <context>
        <name>Build</name>
        <message>
            <source>PyTorch is installed with support for Apple’s GPU.</source>
            <translation>PyTorch se instala con soporte para la GPU de Apple.</translation>
        </message>
        <message>
            <source>NVIDIA driver {} found: PyTorch is installed for the GPU.</source>
            <translation>Se encontró el controlador NVIDIA {}: PyTorch se instala para la GPU.</translation>
        </message>
        <message>
            <source>No NVIDIA driver found: PyTorch is installed for the CPU.</source>
            <translation>No se encontró ningún controlador NVIDIA: PyTorch se instala para la CPU.</translation>
        </message>
        <message>
            <source>The NVIDIA GPU is too old for PyTorch, which is installed for the CPU.</source>
            <translation>La GPU NVIDIA es demasiado antigua para PyTorch, que se instala para la CPU.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {} is too old for PyTorch, which is installed for the CPU; with driver {} or newer, remove the environment and install it again.</source>
            <translation>El controlador NVIDIA {} es demasiado antiguo para PyTorch, que se instala para la CPU; con el controlador {} o uno más reciente, elimine el entorno e instálelo de nuevo.</translation>
        </message>
        <message>
            <source>Looking for a GPU</source>
            <translation>Buscando una GPU</translation>
        </message>
    </context>
    <context>
        <name>BuildingClicks</name>
        <message>
            <source>Click a building first.</source>
            <translation>Haga clic primero en un edificio.</translation>
        </message>
        <message>
            <source>The worker is busy; the click waits.</source>
            <translation>El proceso de trabajo está ocupado; el clic espera.</translation>
        </message>
        <message>
            <source>Looking for the building…</source>
            <translation>Buscando el edificio…</translation>
        </message>
        <message>
            <source>No building was found here.</source>
            <translation>Aquí no se encontró ningún edificio.</translation>
        </message>
        <message>
            <source>{:,.0f} m², confidence {:.0%}</source>
            <translation>{:,.0f} m², confianza {:.0%}</translation>
        </message>
        <message>
            <source>A footprint to correct</source>
            <translation>Una huella que corregir</translation>
        </message>
    </context>
    <context>
        <name>CheckAnswer</name>
        <message>
            <source>Checking: {}</source>
            <translation>Comprobando: {}</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Opciones…</translation>
        </message>
        <message>
            <source>Buildings: {:,}, of which in validation blocks: {:,}</source>
            <translation>Edificios: {:,}, de ellos en bloques de validación: {:,}</translation>
        </message>
        <message>
            <source>Blocks: {} for training, {} for validation</source>
            <translation>Bloques: {} de entrenamiento, {} de validación</translation>
        </message>
        <message>
            <source>Buildings: {:,}</source>
            <translation>Edificios: {:,}</translation>
        </message>
        <message>
            <source>Takes {} on {}.</source>
            <translation>Tarda {} en {}.</translation>
        </message>
    </context>
    <context>
        <name>ClickAction</name>
        <message>
            <source>Extract by click</source>
            <translation>Extraer por clic</translation>
        </message>
        <message>
            <source>Click buildings, or drag a rectangle around several</source>
            <translation>Haga clic en edificios, o arrastre un rectángulo alrededor de varios</translation>
        </message>
        <message>
            <source>Draw a polygon around several</source>
            <translation>Dibujar un polígono alrededor de varios</translation>
        </message>
        <message>
            <source>Use the footprints as labels for fine-tuning…</source>
            <translation>Usar las huellas como etiquetas para el ajuste fino…</translation>
        </message>
    </context>
    <context>
        <name>ClickArea</name>
        <message>
            <source>The polygon has no area; draw it again.</source>
            <translation>El polígono no tiene área; dibújelo de nuevo.</translation>
        </message>
        <message>
            <source>This place is outside the SAR layer “{}”; click on that layer, or choose another SAR layer on the page Extract.</source>
            <translation>Este lugar está fuera de la capa SAR “{}”; haga clic en esa capa o elija otra capa SAR en la página Extraer.</translation>
        </message>
    </context>
    <context>
        <name>ClickExtraction</name>
        <message>
            <source>Footprints by click</source>
            <translation>Huellas por clic</translation>
        </message>
    </context>
    <context>
        <name>ClickResults</name>
        <message>
            <source>No building was found here.</source>
            <translation>Aquí no se encontró ningún edificio.</translation>
        </message>
        <message>
            <source>Footprints by click</source>
            <translation>Huellas por clic</translation>
        </message>
        <message>
            <source>{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z undoes this.</source>
            <translation>{:,} añadidas, {:,} reemplazadas, en {:.1f} s. Ctrl+Z lo deshace.</translation>
        </message>
        <message>
            <source>Building by click</source>
            <translation>Edificio por clic</translation>
        </message>
        <message>
            <source>Accepted in a review: not changed.</source>
            <translation>Aceptada en una revisión: no se modificó.</translation>
        </message>
        <message>
            <source>Corrected. Ctrl+Z undoes this.</source>
            <translation>Corregida. Ctrl+Z lo deshace.</translation>
        </message>
        <message>
            <source>Added, {:,} replaced. Ctrl+Z undoes this.</source>
            <translation>Añadida, {:,} reemplazadas. Ctrl+Z lo deshace.</translation>
        </message>
        <message>
            <source>Added. Ctrl+Z undoes this.</source>
            <translation>Añadida. Ctrl+Z lo deshace.</translation>
        </message>
        <message>
            <source>The footprints cannot be transformed to the coordinate system of the layer “{}”; remove that layer and click again.</source>
            <translation>Las huellas no se pueden transformar al sistema de coordenadas de la capa “{}”; quite esa capa y haga clic de nuevo.</translation>
        </message>
        <message>
            <source>by_click_{}</source>
            <translation>por_clic_{}</translation>
        </message>
    </context>
    <context>
        <name>Clicks</name>
        <message>
            <source>This place cannot be transformed to the SAR layer’s coordinate system; click on the SAR layer.</source>
            <translation>Este lugar no se puede transformar al sistema de coordenadas de la capa SAR; haga clic en la capa SAR.</translation>
        </message>
        <message>
            <source>The layer “{}” has a filter that hides footprints; clear it and click again.</source>
            <translation>La capa “{}” tiene un filtro que oculta huellas; bórrelo y haga clic de nuevo.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited; remove it and click again.</source>
            <translation>La capa “{}” no se puede editar; quítela y haga clic de nuevo.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Zona etiquetada</translation>
        </message>
        <message>
            <source>The footprints cannot be written ({}); choose another folder to save to: {}</source>
            <translation>Las huellas no se pueden escribir ({}); elija otra carpeta donde guardar: {}</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>F1 {:.2f}, precision {:.2f}, recall {:.2f} at an IoU of {:g}</source>
            <translation>F1 {:.2f}, precisión {:.2f}, exhaustividad {:.2f} con un IoU de {:g}</translation>
        </message>
        <message>
            <source>{:,} polygons, {:,} in the reference</source>
            <translation>{:,} polígonos, {:,} en la referencia</translation>
        </message>
        <message>
            <source>{:,} matched, {:,} changed, {:,} new, {:,} missing</source>
            <translation>{:,} coincidentes, {:,} modificados, {:,} nuevos, {:,} ausentes</translation>
        </message>
        <message>
            <source>{:,} merged (on several of the reference), {:,} of the reference split</source>
            <translation>{:,} fusionados (sobre varios de la referencia), {:,} de la referencia divididos</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {:.2f}, median shift {:.1f} m, median offset {:+.1f} m east, {:+.1f} m north</source>
            <translation>De los que están en ambas: IoU medio {:.2f}, desplazamiento mediano {:.1f} m, desfase mediano {:+.1f} m al este, {:+.1f} m al norte</translation>
        </message>
        <message>
            <source>Area: everything</source>
            <translation>Zona: todo</translation>
        </message>
        <message>
            <source>Area: limited</source>
            <translation>Zona: limitada</translation>
        </message>
        <message>
            <source>Layer: {}</source>
            <translation>Capa: {}</translation>
        </message>
        <message>
            <source>Reference: {}</source>
            <translation>Referencia: {}</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Compare footprints</source>
            <translation>Comparar huellas</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map</source>
            <translation>La capa que se va a comprobar, o el mapa más reciente</translation>
        </message>
        <message>
            <source>Choose a layer…</source>
            <translation>Elija una capa…</translation>
        </message>
        <message>
            <source>The known buildings, or the older map</source>
            <translation>Los edificios conocidos, o el mapa más antiguo</translation>
        </message>
        <message>
            <source>Polygons that both layers cover</source>
            <translation>Polígonos que cubren ambas capas</translation>
        </message>
        <message>
            <source>Least intersection over union at which two polygons count as the same building</source>
            <translation>Mínima intersección sobre unión con la que dos polígonos cuentan como el mismo edificio</translation>
        </message>
        <message>
            <source>Intersection over union below which a building that is in both counts as changed</source>
            <translation>Intersección sobre unión por debajo de la cual un edificio que está en ambas cuenta como cambiado</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Distance between the centroids beyond which a building that is in both counts as changed</source>
            <translation>Distancia entre los centroides a partir de la cual un edificio que está en ambas cuenta como cambiado</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Comparar</translation>
        </message>
        <message>
            <source>Cl&amp;ose</source>
            <translation>C&amp;errar</translation>
        </message>
        <message>
            <source>&amp;Layer</source>
            <translation>Ca&amp;pa</translation>
        </message>
        <message>
            <source>&amp;Reference</source>
            <translation>&amp;Referencia</translation>
        </message>
        <message>
            <source>&amp;Area</source>
            <translation>&amp;Zona</translation>
        </message>
        <message>
            <source>&amp;Same from an IoU of</source>
            <translation>&amp;Igual a partir de un IoU de</translation>
        </message>
        <message>
            <source>Changed &amp;below an IoU of</source>
            <translation>&amp;Modificado por debajo de un IoU de</translation>
        </message>
        <message>
            <source>or if &amp;moved by more than</source>
            <translation>o si se &amp;desplazó más de</translation>
        </message>
        <message>
            <source>Save &amp;to</source>
            <translation>&amp;Guardar en</translation>
        </message>
        <message>
            <source>Where it was extracted</source>
            <translation>Donde se extrajo</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Choose two different polygon layers.</source>
            <translation>Elija dos capas de polígonos distintas.</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>¿Sobrescribir el resultado anterior?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>¿Sobrescribir?</translation>
        </message>
        <message>
            <source>Can&amp;cel</source>
            <translation>Ca&amp;ncelar</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source>{} compared with {}</source>
            <translation>{} comparada con {}</translation>
        </message>
        <message>
            <source>Reading the layers</source>
            <translation>Leyendo las capas</translation>
        </message>
        <message>
            <source>The comparison is ready, but not on the map, because another project was opened: {}</source>
            <translation>La comparación está lista, pero no en el mapa, porque se abrió otro proyecto: {}</translation>
        </message>
    </context>
    <context>
        <name>Connection</name>
        <message>
            <source>crash, signal {}</source>
            <translation>fallo, señal {}</translation>
        </message>
        <message>
            <source>exit code {}</source>
            <translation>código de salida {}</translation>
        </message>
    </context>
    <context>
        <name>Core</name>
        <message>
            <source>Trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Entrenado con escenas simuladas: ajústelo en su propia zona antes de confiar en él.</translation>
        </message>
        <message>
            <source>Trained on scenes of your own; check its figures before you rely on it.</source>
            <translation>Entrenado con escenas propias; compruebe sus cifras antes de confiar en él.</translation>
        </message>
        <message>
            <source>Fine-tuned on “{}”, an area of your own; its figures may not apply elsewhere.</source>
            <translation>Ajustado con “{}”, una zona propia; sus cifras pueden no valer en otros lugares.</translation>
        </message>
        <message>
            <source>It learnt what its base predicts with an optical image, without drawn labels: use it for SAR alone; with an optical layer, its base is the better choice.</source>
            <translation>Aprendió lo que su modelo base predice con una imagen óptica, sin etiquetas dibujadas: úselo solo con SAR; con una capa óptica, su modelo base es la mejor opción.</translation>
        </message>
        <message>
            <source>It learnt from SAR alone: with an optical layer, its base is the better choice.</source>
            <translation>Aprendió solo con SAR: con una capa óptica, su modelo base es la mejor opción.</translation>
        </message>
        <message>
            <source>It is a copy of its base: the trained weights were not better by more than chance.</source>
            <translation>Es una copia de su base: los pesos entrenados no eran mejores más allá del azar.</translation>
        </message>
        <message>
            <source>--part and --scheduler are given; choose one of them.</source>
            <translation>Se indicaron --part y --scheduler; elija uno de los dos.</translation>
        </message>
        <message>
            <source>--all-pixels needs --part; leave it out, or add --part I/N.</source>
            <translation>--all-pixels necesita --part; omítalo o añada --part I/N.</translation>
        </message>
        <message>
            <source>--parts needs --scheduler; leave it out, or use --part I/N.</source>
            <translation>--parts necesita --scheduler; omítalo o use --part I/N.</translation>
        </message>
        <message>
            <source>--probability does not go with --part; give it to join.</source>
            <translation>--probability no se puede usar con --part; indíquelo en join.</translation>
        </message>
        <message>
            <source>{option} has an odd number of coordinates; give x and y of each point.</source>
            <translation>{option} tiene un número impar de coordenadas; indique x e y de cada punto.</translation>
        </message>
        <message>
            <source>{names} cannot be combined with the other options; see train --help.</source>
            <translation>{names} no se puede combinar con las demás opciones; véase train --help.</translation>
        </message>
        <message>
            <source>--preset is given with --base, which has its own; leave out one of them.</source>
            <translation>Se da --preset junto con --base, que tiene el suyo; omita uno de los dos.</translation>
        </message>
        <message>
            <source>There are no labels to train on; give a file of building polygons with --labels, or --labels {optical}.</source>
            <translation>No hay etiquetas con las que entrenar; indique un archivo de polígonos de edificios con --labels, o --labels {optical}.</translation>
        </message>
        <message>
            <source>The file has no building where the SAR layer is valid inside the labelled area; choose labels and an area of this scene: {name}</source>
            <translation>El archivo no tiene ningún edificio donde la capa SAR es válida dentro de la zona etiquetada; elija etiquetas y una zona de esta escena: {name}</translation>
        </message>
        <message>
            <source>The labelled area takes {width} x {height} pixels of {pixel_size_m:g} m, more than can be trained on at a time ({limit:.0f} million); choose a smaller area.</source>
            <translation>La zona etiquetada ocupa {width} x {height} píxeles de {pixel_size_m:g} m, más de lo que se puede entrenar de una vez ({limit:.0f} millones); elija una zona más pequeña.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of building polygons: {name}</source>
            <translation>El archivo no tiene polígonos; elija una capa de polígonos de edificios: {name}</translation>
        </message>
        <message>
            <source>The file lists no scenes; prepare the scenes with fewer folds: {path}</source>
            <translation>El archivo no contiene ninguna escena; prepare las escenas con menos particiones: {path}</translation>
        </message>
        <message>
            <source>The scenes of {path} have pixels of {prepared_m:g} m, not {pixel_size_m:g} m; train with --pixel-size {prepared_m:g}.</source>
            <translation>Las escenas de {path} tienen píxeles de {prepared_m:g} m, no de {pixel_size_m:g} m; entrene con --pixel-size {prepared_m:g}.</translation>
        </message>
        <message>
            <source>The scenes need {needed:.0f} GB and the disk has {free:.0f} GB free; choose a folder on a larger disk.</source>
            <translation>Las escenas necesitan {needed:.0f} GB y el disco tiene {free:.0f} GB libres; elija una carpeta en un disco más grande.</translation>
        </message>
        <message>
            <source>There is no scene {name} in the store; prepare the scenes again.</source>
            <translation>La escena {name} no está en el almacén; prepare de nuevo las escenas.</translation>
        </message>
        <message>
            <source>The file is not a list of prepared scenes ({reason}); give one that was written with the scenes: {path}</source>
            <translation>El archivo no es una lista de escenas preparadas ({reason}); indique una que se haya escrito con las escenas: {path}</translation>
        </message>
        <message>
            <source>The folder has no prepared scenes ({reason}); prepare them again: {folder}</source>
            <translation>La carpeta no tiene escenas preparadas ({reason}); prepárelas de nuevo: {folder}</translation>
        </message>
        <message>
            <source>Scene {name}: {warning}</source>
            <translation>Escena {name}: {warning}</translation>
        </message>
        <message>
            <source>The folder is not a scene: it has no {name}; give folders with sar.tif, buildings.geojson and, optionally, optical.tif: {folder}</source>
            <translation>La carpeta no es una escena: le falta {name}; indique carpetas con sar.tif, buildings.geojson y, opcionalmente, optical.tif: {folder}</translation>
        </message>
        <message>
            <source>The folder has no SAR_orientations.txt; unpack the training data again: {folder}</source>
            <translation>La carpeta no tiene SAR_orientations.txt; descomprima de nuevo los datos de entrenamiento: {folder}</translation>
        </message>
        <message>
            <source>The folder has no tile in SAR-Intensity; give the folder {folder_name} of the training data: {root}</source>
            <translation>La carpeta no tiene ninguna tesela en SAR-Intensity; indique la carpeta {folder_name} de los datos de entrenamiento: {root}</translation>
        </message>
        <message>
            <source>The orientation of the strip of {sar} is not listed in {folder}; remove the file or unpack the training data again.</source>
            <translation>La orientación de la franja de {sar} no figura en {folder}; elimine el archivo o descomprima de nuevo los datos de entrenamiento.</translation>
        </message>
        <message>
            <source>The file has {width} x {height} pixels where other tiles have {first_width} x {first_height}; unpack the training data again: {sar}</source>
            <translation>El archivo tiene {width} x {height} píxeles y otras teselas tienen {first_width} x {first_height}; descomprima de nuevo los datos de entrenamiento: {sar}</translation>
        </message>
        <message>
            <source>The file is not a summary of SpaceNet 6 ({reason}); unpack it again: {path}</source>
            <translation>El archivo no es un resumen de SpaceNet 6 ({reason}); descomprímalo de nuevo: {path}</translation>
        </message>
        <message>
            <source>The file is not north-up with pixels of {size} m, as SpaceNet 6 is; unpack the training data again: {path}</source>
            <translation>El archivo no está orientado al norte con píxeles de {size} m, como SpaceNet 6; descomprima de nuevo los datos de entrenamiento: {path}</translation>
        </message>
        <message>
            <source>The file has {bands} bands instead of {count}; unpack the training data again: {path}</source>
            <translation>El archivo tiene {bands} bandas en lugar de {count}; descomprima de nuevo los datos de entrenamiento: {path}</translation>
        </message>
        <message>
            <source>{folds} folds are too few to train, validate and test; give 3 or more.</source>
            <translation>{folds} particiones son muy pocas para entrenar, validar y probar; indique 3 o más.</translation>
        </message>
        <message>
            <source>The images cover {extent:.0f} m, too little for {folds} folds with guard bands of {guard_m:g} m; give fewer folds or a narrower band.</source>
            <translation>Las imágenes abarcan {extent:.0f} m, demasiado poco para {folds} particiones con franjas de separación de {guard_m:g} m; indique menos particiones o una franja más estrecha.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a file of polygons: {path}</source>
            <translation>El archivo no tiene polígonos; elija un archivo de polígonos: {path}</translation>
        </message>
        <message>
            <source>The coordinates are not degrees, but the coordinate system is; assign the right one: {name}.</source>
            <translation>Las coordenadas no están en grados, pero el sistema de coordenadas sí; asigne el correcto: {name}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of both layers.</source>
            <translation>Hay coordenadas fuera del rango de su sistema de coordenadas; compruebe el sistema de coordenadas de ambas capas.</translation>
        </message>
        <message>
            <source>The layers are outside the area or the probability file; choose others of this place.</source>
            <translation>Las capas están fuera de la zona o del archivo de probabilidad; elija otras de este lugar.</translation>
        </message>
        <message>
            <source>Polygons outside the range of the coordinate system are left out: {count} of {what}.</source>
            <translation>Se omiten polígonos que están fuera del rango del sistema de coordenadas: {count} de {what}.</translation>
        </message>
        <message>
            <source>The coordinate system is local or of another planet; assign the layer the right one: {crs}.</source>
            <translation>El sistema de coordenadas es local o de otro planeta; asigne a la capa el correcto: {crs}.</translation>
        </message>
        <message>
            <source>Some polygons are outside the range of their coordinate system; assign the layer the right one.</source>
            <translation>Algunos polígonos están fuera del rango de su sistema de coordenadas; asigne a la capa el correcto.</translation>
        </message>
        <message>
            <source>Reading GeoParquet needs the Python package pyarrow; install it, or convert the file to a GeoPackage: {path}</source>
            <translation>Para leer GeoParquet hace falta el paquete de Python pyarrow; instálelo o convierta el archivo en un GeoPackage: {path}</translation>
        </message>
        <message>
            <source>The file is not GeoParquet that can be read; choose another: {path}</source>
            <translation>El archivo no es un GeoParquet legible; elija otro: {path}</translation>
        </message>
        <message>
            <source>The geometries are not stored as WKB; convert the file to a GeoPackage: {path}</source>
            <translation>Las geometrías no están guardadas como WKB; convierta el archivo en un GeoPackage: {path}</translation>
        </message>
        <message>
            <source>The footprints of a part are damaged or of another version; delete them, or compute them again: {path}</source>
            <translation>Las huellas de una parte están dañadas o son de otra versión; elimínelas o calcúlelas de nuevo: {path}</translation>
        </message>
        <message>
            <source>Polygons that cross themselves or are otherwise invalid were repaired ({count}); check them if they matter.</source>
            <translation>Se repararon polígonos que se cruzan a sí mismos o no son válidos por otra razón ({count}); compruébelos si son importantes.</translation>
        </message>
        <message>
            <source>Features without a polygon: {skipped} of {count} in {name}.</source>
            <translation>Objetos espaciales sin polígono: {skipped} de {count} en {name}.</translation>
        </message>
        <message>
            <source>No coordinate system, but coordinates in degrees; assign the coordinate system: {path}.</source>
            <translation>No hay sistema de coordenadas, pero las coordenadas están en grados; asigne el sistema de coordenadas: {path}.</translation>
        </message>
        <message>
            <source>The file is not a vector file that can be read; choose a file of polygons: {path}</source>
            <translation>El archivo no es un archivo vectorial que se pueda leer; elija un archivo de polígonos: {path}</translation>
        </message>
        <message>
            <source>A file of the shapefile is missing, {index}; copy it next to this one: {path}</source>
            <translation>Falta un archivo del shapefile, {index}; cópielo junto a este: {path}</translation>
        </message>
        <message>
            <source>The archive contains several layers ({layers}); unpack it and choose one of its files: {path}</source>
            <translation>El archivo comprimido contiene varias capas ({layers}); descomprímalo y elija uno de sus archivos: {path}</translation>
        </message>
        <message>
            <source>The file does not exist; choose a file of polygons: {path}</source>
            <translation>El archivo no existe; elija un archivo de polígonos: {path}</translation>
        </message>
        <message>
            <source>The text is not UTF-8, so letters with accents may be wrong: {name}.</source>
            <translation>El texto no está en UTF-8, por lo que las letras con acentos pueden ser incorrectas: {name}.</translation>
        </message>
        <message>
            <source>Dates that do not exist are left out ({count}): {name}.</source>
            <translation>Se omiten las fechas que no existen ({count}): {name}.</translation>
        </message>
        <message>
            <source>There is no layer {wanted}; choose one of its layers, {names}: {path}.</source>
            <translation>No hay ninguna capa {wanted}; elija una de sus capas, {names}: {path}.</translation>
        </message>
        <message>
            <source>There are several layers; choose one as PATH{separator}NAME, where NAME is one of {layers}: {path}.</source>
            <translation>Hay varias capas; elija una como PATH{separator}NAME, donde NAME es una de {layers}: {path}.</translation>
        </message>
        <message>
            <source>The coordinate system in the file is damaged; assign it again: {path}.</source>
            <translation>El sistema de coordenadas del archivo está dañado; asígnelo de nuevo: {path}.</translation>
        </message>
        <message>
            <source>Two fields are called {name}; the second is now {unique}: {path}.</source>
            <translation>Dos campos se llaman {name}; el segundo es ahora {unique}: {path}.</translation>
        </message>
        <message>
            <source>A GeoPackage holds at most {most:,} fields; choose .fgb or .parquet, or remove some of the {count:,}.</source>
            <translation>Un GeoPackage admite como máximo {most:,} campos; elija .fgb o .parquet, o quite algunos de los {count:,}.</translation>
        </message>
        <message>
            <source>GeoJSON cannot store this coordinate system; choose .gpkg or .fgb: {crs}.</source>
            <translation>GeoJSON no puede guardar este sistema de coordenadas; elija .gpkg o .fgb: {crs}.</translation>
        </message>
        <message>
            <source>{field} must be one of {allowed}, not {value}.</source>
            <translation>{field} debe ser uno de {allowed}, no {value}.</translation>
        </message>
        <message>
            <source>{field} must be between 0 and 1, not {value}.</source>
            <translation>{field} debe estar entre 0 y 1, no {value}.</translation>
        </message>
        <message>
            <source>{field} must be at least {least:g}, not {value}.</source>
            <translation>{field} debe ser al menos {least:g}, no {value}.</translation>
        </message>
        <message>
            <source>{field} must be more than {bound:g}, not {value}.</source>
            <translation>{field} debe ser mayor que {bound:g}, no {value}.</translation>
        </message>
        <message>
            <source>{field} must be a finite number, not {value}.</source>
            <translation>{field} debe ser un número finito, no {value}.</translation>
        </message>
        <message>
            <source>{field} must be at most {most:,}, not {value}.</source>
            <translation>{field} debe ser como máximo {most:,}, no {value}.</translation>
        </message>
        <message>
            <source>A style is given for the city of a file; leave out the style or the file: {city}</source>
            <translation>Se da un estilo para la ciudad de un archivo; omita el estilo o el archivo: {city}</translation>
        </message>
        <message>
            <source>polarisations must name at least one.</source>
            <translation>polarisations debe indicar al menos una.</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Permiso denegado</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Operación no permitida</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>No existe el archivo o la carpeta</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>El archivo ya existe</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>No es una carpeta</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>Es una carpeta</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Nombre de archivo demasiado largo</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Archivo demasiado grande</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Sistema de archivos de solo lectura</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>Dispositivo o recurso ocupado</translation>
        </message>
        <message>
            <source>Text file busy</source>
            <translation>El archivo de programa está en uso</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>La carpeta no está vacía</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Error de entrada/salida</translation>
        </message>
        <message>
            <source>Invalid argument</source>
            <translation>Argumento no válido</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>Demasiados archivos abiertos</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Demasiados niveles de enlaces simbólicos</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>Identificador de archivo obsoleto</translation>
        </message>
        <message>
            <source>The training has diverged: its loss or its weights are not finite; lower the learning rate or the weights of the loss, and start again.</source>
            <translation>El entrenamiento ha divergido: su pérdida o sus pesos no son finitos; reduzca la tasa de aprendizaje o los pesos de la pérdida y vuelva a empezar.</translation>
        </message>
        <message>
            <source>part must be between 1 and {parts}.</source>
            <translation>part debe estar entre 1 y {parts}.</translation>
        </message>
        <message>
            <source>parts must name at least one file.</source>
            <translation>parts debe indicar al menos un archivo.</translation>
        </message>
        <message>
            <source>scheduler must be an address, or local:N.</source>
            <translation>scheduler debe ser una dirección, o local:N.</translation>
        </message>
        <message>
            <source>inside must have at least one point.</source>
            <translation>inside debe tener al menos un punto.</translation>
        </message>
        <message>
            <source>The point {x}, {y} is not finite.</source>
            <translation>El punto {x}, {y} no es finito.</translation>
        </message>
        <message>
            <source>label of a raster in another file</source>
            <translation>descripción de un ráster que está en otro archivo</translation>
        </message>
        <message>
            <source>coordinate system at an address</source>
            <translation>sistema de coordenadas en una dirección</translation>
        </message>
        <message>
            <source>tables in other files</source>
            <translation>tablas en otros archivos</translation>
        </message>
        <message>
            <source>web map</source>
            <translation>mapa web</translation>
        </message>
        <message>
            <source>web coverage</source>
            <translation>cobertura web</translation>
        </message>
        <message>
            <source>web feature service</source>
            <translation>servicio web de objetos espaciales</translation>
        </message>
        <message>
            <source>web service</source>
            <translation>servicio web</translation>
        </message>
        <message>
            <source>tile index</source>
            <translation>índice de teselas</translation>
        </message>
        <message>
            <source>cache of another raster</source>
            <translation>caché de otro ráster</translation>
        </message>
        <message>
            <source>GDAL pipeline</source>
            <translation>cadena de procesamiento de GDAL</translation>
        </message>
        <message>
            <source>file with foreign overviews</source>
            <translation>archivo con pirámides ajenas</translation>
        </message>
        <message>
            <source>The view {view} of the file takes too long or never ends; remove it, or save the layer that you need as a new file: {path}</source>
            <translation>La vista {view} del archivo tarda demasiado o no termina nunca; elimínela, o guarde la capa que necesita como un archivo nuevo: {path}</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written ({reason}); choose another one.</source>
            <translation>No se puede escribir en la carpeta {folder} ({reason}); elija otra.</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it or choose another name: {out}</source>
            <translation>No se puede reemplazar la salida ({reason}); cierre lo que la usa o elija otro nombre: {out}</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it, and find the new result in {kept}: {out}</source>
            <translation>No se puede reemplazar la salida ({reason}); cierre lo que la usa; el nuevo resultado está en {kept}: {out}</translation>
        </message>
        <message>
            <source>The disk of {folder} is full; free some space and start again.</source>
            <translation>El disco de {folder} está lleno; libere espacio y empiece de nuevo.</translation>
        </message>
        <message>
            <source>its name or that of the output is not UTF-8</source>
            <translation>su nombre o el de la salida no está en UTF-8</translation>
        </message>
        <message>
            <source>The output has several files, of which one exists ({name}); choose another name: {out}</source>
            <translation>La salida tiene varios archivos, de los que uno ya existe ({name}); elija otro nombre: {out}</translation>
        </message>
        <message>
            <source>Another run is writing this output; wait until it has finished, or delete {name} if there is none: {out}</source>
            <translation>Otra ejecución está escribiendo esta salida; espere a que termine o, si no hay ninguna, elimine {name}: {out}</translation>
        </message>
        <message>
            <source>it is open in another program</source>
            <translation>está abierto en otro programa</translation>
        </message>
        <message>
            <source>it was changed by another program</source>
            <translation>otro programa lo modificó</translation>
        </message>
        <message>
            <source>The model has no {weights}; delete it or import it again: {model}.</source>
            <translation>El modelo no tiene {weights}; elimínelo o impórtelo de nuevo: {model}.</translation>
        </message>
        <message>
            <source>A model’s name must have 1 to {longest} characters; choose another.</source>
            <translation>El nombre de un modelo debe tener de 1 a {longest} caracteres; elija otro.</translation>
        </message>
        <message>
            <source>Another model has this name; choose another: {title}</source>
            <translation>Otro modelo tiene este nombre; elija otro: {title}</translation>
        </message>
        <message>
            <source>The file belongs to the model itself; choose another name: {path}</source>
            <translation>El archivo pertenece al propio modelo; elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The file is not the zip of one model ({count} files {manifest} at its top); choose one that was made with Export: {path}</source>
            <translation>El archivo no es el zip de un solo modelo ({count} archivos {manifest} en su primer nivel); elija uno creado con Exportar: {path}</translation>
        </message>
        <message>
            <source>The weights do not match the manifest of the model (wrong sha-256); get a new copy: {model}.</source>
            <translation>Los pesos no corresponden al manifiesto del modelo (sha-256 incorrecto); obtenga una nueva copia: {model}.</translation>
        </message>
        <message>
            <source>The model {folder} cannot be deleted ({reason}); close what uses its files and try again.</source>
            <translation>No se puede eliminar el modelo {folder} ({reason}); cierre lo que usa sus archivos e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The file cannot be unpacked ({reason}); it is damaged or not a zip of a model: get a new copy: {path}</source>
            <translation>No se puede descomprimir el archivo ({reason}); está dañado o no es el zip de un modelo: obtenga una nueva copia: {path}</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose the zip of a model: {path}</source>
            <translation>No se puede leer el archivo ({reason}); elija el zip de un modelo: {path}</translation>
        </message>
        <message>
            <source>The file is not a zip that was made with Export (compression method {method}); get a new copy: {path}</source>
            <translation>El archivo no es un zip creado con Exportar (método de compresión {method}); obtenga una nueva copia: {path}</translation>
        </message>
        <message>
            <source>The file is not a model: its {name} would unpack to {size:,} bytes; do not use this file: {path}</source>
            <translation>El archivo no es un modelo: su {name} ocuparía {size:,} bytes una vez descomprimido; no use este archivo: {path}</translation>
        </message>
        <message>
            <source>The weights of the model cannot be read; get a new copy: {model}.</source>
            <translation>No se pueden leer los pesos del modelo; obtenga una nueva copia: {model}.</translation>
        </message>
        <message>
            <source>The blocks in the zip are not GeoJSON; do not use this file: {path}.</source>
            <translation>Los bloques del zip no son GeoJSON; no use este archivo: {path}.</translation>
        </message>
        <message>
            <source>The model needs a network {preset} that this version does not have; update the plugin or choose another model: {model}.</source>
            <translation>El modelo necesita una red {preset} que esta versión no tiene; actualice el complemento o elija otro modelo: {model}.</translation>
        </message>
        <message>
            <source>The model is of a format that this version does not know; update the plugin or choose another model: {model}.</source>
            <translation>El modelo tiene un formato que esta versión no conoce; actualice el complemento o elija otro modelo: {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read (more than {levels} levels); choose another model: {model}.</source>
            <translation>No se puede leer el manifiesto del modelo (más de {levels} niveles); elija otro modelo: {model}.</translation>
        </message>
        <message>
            <source>it is of type {kind}</source>
            <translation>es de tipo {kind}</translation>
        </message>
        <message>
            <source>it is not a SHA-256</source>
            <translation>no es un SHA-256</translation>
        </message>
        <message>
            <source>a version is not a text</source>
            <translation>una versión no es un texto</translation>
        </message>
        <message>
            <source>The manifest of the model is incomplete ({reason}); install the model again: {model}.</source>
            <translation>El manifiesto del modelo está incompleto ({reason}); instale de nuevo el modelo: {model}.</translation>
        </message>
        <message>
            <source>The model has no valid {name} ({problem}); choose another model: {model}.</source>
            <translation>El modelo no tiene un valor válido de {name} ({problem}); elija otro modelo: {model}.</translation>
        </message>
        <message>
            <source>The folder is not a model: it has no {manifest}; choose a model folder: {model}.</source>
            <translation>La carpeta no es un modelo: le falta {manifest}; elija la carpeta de un modelo: {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read ({reason}); install the model again: {model}.</source>
            <translation>No se puede leer el manifiesto del modelo ({reason}); instale de nuevo el modelo: {model}.</translation>
        </message>
        <message>
            <source>{value} is not between {low:g} and {high:g}</source>
            <translation>{value} no está entre {low:g} y {high:g}</translation>
        </message>
        <message>
            <source>it has {count:,} characters, more than {most:,}</source>
            <translation>tiene {count:,} caracteres, más de {most:,}</translation>
        </message>
        <message>
            <source>it has control characters</source>
            <translation>tiene caracteres de control</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>está vacío</translation>
        </message>
        <message>
            <source>The model does not exist; choose another model: {model}.</source>
            <translation>El modelo no existe; elegir otro modelo: {model}.</translation>
        </message>
        <message>
            <source>There are no scenes to train on: name at least one folder with sar.tif.</source>
            <translation>No hay escenas con las que entrenar: indique al menos una carpeta con sar.tif.</translation>
        </message>
        <message>
            <source>imagenet is given with a base, which has weights; leave out one of them: {path}</source>
            <translation>Se da imagenet junto con un modelo base, que ya tiene pesos; omita uno de los dos: {path}</translation>
        </message>
        <message>
            <source>frozen_teacher keeps the OPT branch of a base; give a base too.</source>
            <translation>frozen_teacher conserva la rama OPT de un modelo base; indique también un modelo base.</translation>
        </message>
        <message>
            <source>There is no optical image to take labels from; choose an optical layer, or labels that are drawn.</source>
            <translation>No hay ninguna imagen óptica de la que tomar etiquetas; elija una capa óptica, o etiquetas dibujadas.</translation>
        </message>
        <message>
            <source>Labels from optical cannot be partial; leave labels_quality at {complete}.</source>
            <translation>Las etiquetas de la imagen óptica no pueden ser parciales; deje labels_quality en {complete}.</translation>
        </message>
        <message>
            <source>Corrections need labels from optical, which they correct; leave them out, or take the labels from optical.</source>
            <translation>Las correcciones corrigen etiquetas de la imagen óptica; quítelas o tome las etiquetas de la imagen óptica.</translation>
        </message>
        <message>
            <source>The path is a device or a pipe; choose a file: {path}</source>
            <translation>La ruta es un dispositivo o una tubería; elija un archivo: {path}</translation>
        </message>
        <message>
            <source>There is a device or a pipe next to the input; move it to another folder: {path}</source>
            <translation>Hay un dispositivo o una tubería junto a la entrada; muévalo a otra carpeta: {path}</translation>
        </message>
        <message>
            <source>The source must have 1 to {most} printable characters, not {value}.</source>
            <translation>La fuente debe tener de 1 a {most} caracteres imprimibles, no {value}.</translation>
        </message>
        <message>
            <source>{field} must be an object, not {kind}.</source>
            <translation>{field} debe ser un objeto, no {kind}.</translation>
        </message>
        <message>
            <source>{field} has no field {key}.</source>
            <translation>{field} no tiene el campo {key}.</translation>
        </message>
        <message>
            <source>{field} must be of type {wanted}, not {kind}.</source>
            <translation>{field} debe ser de tipo {wanted}, no {kind}.</translation>
        </message>
        <message>
            <source>{field} has no value for {key}.</source>
            <translation>{field} no tiene ningún valor para {key}.</translation>
        </message>
        <message>
            <source>{field} must be a list, not {kind}.</source>
            <translation>{field} debe ser una lista, no {kind}.</translation>
        </message>
        <message>
            <source>{field} must have {count} values, not {given}.</source>
            <translation>{field} debe tener {count} valores, no {given}.</translation>
        </message>
        <message>
            <source>{field} is too large.</source>
            <translation>{field} es demasiado grande.</translation>
        </message>
        <message>
            <source>in Settings &gt; Options &gt; CMH-CL</source>
            <translation>en Configuración &gt; Opciones &gt; CMH-CL</translation>
        </message>
        <message>
            <source>The file refers to other data ({kind}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>El archivo remite a otros datos ({kind}); guárdelo como GeoTIFF o GeoPackage, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to virtual files that refer to others; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>El archivo virtual remite a archivos virtuales que remiten a otros; guárdelo como GeoTIFF o GeoPackage, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>A connection of GDAL is given instead of a file on this computer; save its content as a file, or allow references {setting}: {text}</source>
            <translation>Se ha indicado una conexión de GDAL en lugar de un archivo de este equipo; guarde su contenido en un archivo, o permita las referencias {setting}: {text}</translation>
        </message>
        <message>
            <source>A file next to the raster refers to other data; remove it, or allow references {setting}: {path}.</source>
            <translation>Un archivo situado junto al ráster remite a otros datos; elimínelo, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file cannot be checked ({reason}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>No se puede comprobar el archivo virtual ({reason}); guárdelo como GeoTIFF o GeoPackage, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is no file on this computer; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>El archivo virtual remite a {source}, que no es un archivo de este equipo; guárdelo como GeoTIFF o GeoPackage, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is outside its folder; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>El archivo virtual remite a {source}, que está fuera de su carpeta; guárdelo como GeoTIFF o GeoPackage, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is not of a format that is read from there; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>El archivo virtual remite a {source}, cuyo formato no se lee desde allí; guárdelo como GeoTIFF o GeoPackage, o permita las referencias {setting}: {path}.</translation>
        </message>
        <message>
            <source>warped virtual raster</source>
            <translation>ráster virtual con deformación</translation>
        </message>
        <message>
            <source>Two bands have the same polarisation ({names}); choose a different one for each.</source>
            <translation>Dos bandas tienen la misma polarización ({names}); elija una distinta para cada una.</translation>
        </message>
        <message>
            <source>sar must name at least one raster file.</source>
            <translation>sar debe indicar al menos un archivo ráster.</translation>
        </message>
        <message>
            <source>optical_crs is given without an optical image; leave it out, or give the image.</source>
            <translation>Se da optical_crs sin una imagen óptica; omítalo, o indique la imagen.</translation>
        </message>
        <message>
            <source>crop must be a multiple of {stride} pixels, not {crop}.</source>
            <translation>crop debe ser un múltiplo de {stride} píxeles, no {crop}.</translation>
        </message>
        <message>
            <source>The points are too far apart for one building; click points that are at most {reach:.0f} m apart.</source>
            <translation>Los puntos están demasiado separados para un solo edificio; haga clic en puntos separados {reach:.0f} m como máximo.</translation>
        </message>
        <message>
            <source>The point {x:g}, {y:g} is outside the SAR layer; click on the layer: {path}.</source>
            <translation>El punto {x:g}, {y:g} está fuera de la capa SAR; haga clic en la capa: {path}.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU found</source>
            <translation>no se encontró ninguna GPU NVIDIA</translation>
        </message>
        <message>
            <source>This build of PyTorch has no code for the {gpu}; choose auto or cpu.</source>
            <translation>Esta compilación de PyTorch no tiene código para la {gpu}; elija auto o cpu.</translation>
        </message>
        <message>
            <source>This machine has no {wanted} device; choose auto or cpu.</source>
            <translation>Este equipo no tiene ningún dispositivo {wanted}; elija auto o cpu.</translation>
        </message>
        <message>
            <source>as chosen in the settings</source>
            <translation>según lo elegido en los ajustes</translation>
        </message>
        <message>
            <source>{gpu} found</source>
            <translation>se encontró {gpu}</translation>
        </message>
        <message>
            <source>Apple GPU found</source>
            <translation>se encontró una GPU Apple</translation>
        </message>
        <message>
            <source>this PyTorch was built without GPU support</source>
            <translation>este PyTorch se compiló sin soporte para GPU</translation>
        </message>
        <message>
            <source>this build of PyTorch has no code for the NVIDIA GPU</source>
            <translation>esta compilación de PyTorch no tiene código para la GPU NVIDIA</translation>
        </message>
        <message>
            <source>OpenVINO does not work on this machine</source>
            <translation>OpenVINO no funciona en este equipo</translation>
        </message>
        <message>
            <source>faster than OpenVINO on this machine</source>
            <translation>más rápido que OpenVINO en este equipo</translation>
        </message>
        <message>
            <source>8-bit inference needs OpenVINO, which is not installed; choose another device, or install the Python environment again in the options.</source>
            <translation>La inferencia de 8 bits necesita OpenVINO, que no está instalado; elija otro dispositivo o instale de nuevo el entorno de Python en las opciones.</translation>
        </message>
        <message>
            <source>faster than PyTorch on this machine</source>
            <translation>más rápido que PyTorch en este equipo</translation>
        </message>
        <message>
            <source>8-bit inference changes {share:.2%} of the sampled pixels</source>
            <translation>La inferencia de 8 bits cambia el {share:.2%} de los píxeles examinados</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the scene is too small to gain time</source>
            <translation>No se usa la inferencia de 8 bits: la escena es demasiado pequeña para ganar tiempo</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it is no faster on this machine</source>
            <translation>No se usa la inferencia de 8 bits: no es más rápida en este equipo</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the sampled places have no data</source>
            <translation>No se usa la inferencia de 8 bits: los lugares examinados no tienen datos</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it would change {share:.2%} of the pixels</source>
            <translation>No se usa la inferencia de 8 bits: cambiaría el {share:.2%} de los píxeles</translation>
        </message>
        <message>
            <source>Quantising</source>
            <translation>Cuantización</translation>
        </message>
        <message>
            <source>8-bit inference does not work on this machine</source>
            <translation>La inferencia de 8 bits no funciona en este equipo</translation>
        </message>
        <message>
            <source>The model computes values that are not finite; choose another model, or train it again with a lower learning rate.</source>
            <translation>El modelo calcula valores que no son números finitos; elija otro modelo o vuelva a entrenarlo con una tasa de aprendizaje menor.</translation>
        </message>
        <message>
            <source>Extracting</source>
            <translation>Extrayendo</translation>
        </message>
        <message>
            <source>ONNX files need the library onnx; export without them (on the command line: --no-onnx), or install it: {command}</source>
            <translation>Los archivos ONNX necesitan la biblioteca onnx; exporte sin ellos (en la línea de comandos: --no-onnx) o instálela: {command}</translation>
        </message>
        <message>
            <source>The weights {path} are not those that the model was made with (wrong sha-256); install the model again.</source>
            <translation>Los pesos {path} no son aquellos con los que se creó el modelo (sha-256 incorrecto); instale de nuevo el modelo.</translation>
        </message>
        <message>
            <source>The weights {path} are not all finite numbers; choose another model, or train this one again.</source>
            <translation>Los pesos {path} no son todos números finitos; elija otro modelo o vuelva a entrenar este.</translation>
        </message>
        <message>
            <source>The weights {path} cannot be read ({reason}); install the model again.</source>
            <translation>No se pueden leer los pesos {path} ({reason}); instale de nuevo el modelo.</translation>
        </message>
        <message>
            <source>The weights {path} do not fit the network {preset}; install the model again.</source>
            <translation>Los pesos {path} no corresponden a la red {preset}; instale de nuevo el modelo.</translation>
        </message>
        <message>
            <source>The output must end in {names} or {last}; change its name: {path}</source>
            <translation>La salida debe terminar en {names} o {last}; cambie su nombre: {path}</translation>
        </message>
        <message>
            <source>The output has no valid name; name a file or folder: {path}</source>
            <translation>La salida no tiene un nombre válido; indique un archivo o una carpeta: {path}</translation>
        </message>
        <message>
            <source>The output is not a file on this computer; choose another name: {path}</source>
            <translation>La salida no es un archivo de este equipo; elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output must end in {name}; change its name: {path}</source>
            <translation>La salida debe terminar en {name}; cambie su nombre: {path}</translation>
        </message>
        <message>
            <source>The output is a file, not a folder; choose another name: {path}</source>
            <translation>La salida es un archivo, no una carpeta; elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output exists and is not a file; choose another name: {path}</source>
            <translation>La salida ya existe y no es un archivo; elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output exists; choose another name or replace it with --overwrite: {path}</source>
            <translation>La salida ya existe; elija otro nombre o reemplácela con --overwrite: {path}</translation>
        </message>
        <message>
            <source>The output is read-only; choose another name: {path}</source>
            <translation>La salida es de solo lectura; elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>{problem}; choose another name: {path}</source>
            <translation>{problem}; elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The file {name} was made for another raster and would be read with the output; remove it or choose another name: {path}</source>
            <translation>El archivo {name} se creó para otro ráster y se leería con la salida; elimínelo o elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output is open in another program, or was not closed properly: it has the journal {journal}; close it there or choose another name: {path}</source>
            <translation>La salida está abierta en otro programa o no se cerró correctamente: tiene el diario {journal}; ciérrela allí o elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another name: {path}</source>
            <translation>La salida está abierta en otro programa; ciérrela allí o elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output is read by the same job ({name}); choose another name: {path}</source>
            <translation>La misma tarea lee la salida ({name}); elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>Two outputs of the job have the same name; choose another for one: {path}</source>
            <translation>Dos salidas de la tarea tienen el mismo nombre; elija otro para una de ellas: {path}</translation>
        </message>
        <message>
            <source>The output has a name that cannot be written ({reason}); choose another name: {path}</source>
            <translation>La salida tiene un nombre que no se puede escribir ({reason}); elija otro nombre: {path}</translation>
        </message>
        <message>
            <source>The output exists and cannot be read ({reason})</source>
            <translation>La salida ya existe y no se puede leer ({reason})</translation>
        </message>
        <message>
            <source>{problem}; move them and start again: {path}</source>
            <translation>{problem}; muévalos y empiece de nuevo: {path}</translation>
        </message>
        <message>
            <source>The output exists and was not written by this program</source>
            <translation>La salida ya existe y no la escribió este programa</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} y {count} más</translation>
        </message>
        <message>
            <source>The output has other tables or triggers, which would be lost ({names})</source>
            <translation>La salida tiene otras tablas o disparadores, que se perderían ({names})</translation>
        </message>
        <message>
            <source>The output is a folder with other files, which would be lost ({names})</source>
            <translation>La salida es una carpeta con otros archivos, que se perderían ({names})</translation>
        </message>
        <message>
            <source>by their names or colours</source>
            <translation>por sus nombres o colores</translation>
        </message>
        <message>
            <source>8-bit values without a polarisation</source>
            <translation>valores de 8 bits sin polarización</translation>
        </message>
        <message>
            <source>The bands have no names of polarisations and are taken to be {names}; if they are others, choose the polarisations: {name}</source>
            <translation>Las bandas no tienen nombres de polarizaciones y se toman como {names}; si son otras, elija las polarizaciones: {name}</translation>
        </message>
        <message>
            <source>The {count} bands look like an optical image ({reason}); choose a SAR layer, or name its bands in the file, or choose the polarisations in the order of bands: {path}.</source>
            <translation>Las {count} bandas parecen una imagen óptica ({reason}); elija una capa SAR, o nombre sus bandas en el archivo, o elija las polarizaciones en el orden de las bandas: {path}.</translation>
        </message>
        <message>
            <source>The {count} bands have values about zero, like the real and the imaginary part of complex values; choose the amplitude, or name its bands in the file, or choose the polarisations, in the order of bands: {path}.</source>
            <translation>Las {count} bandas tienen valores en torno a cero, como la parte real y la imaginaria de valores complejos; elija la amplitud, nombre sus bandas en el archivo o elija las polarizaciones, en el orden de las bandas: {path}.</translation>
        </message>
        <message>
            <source>{count} bands are more than there are polarisations ({most}); choose a SAR layer of 1 to {most} bands: {files}</source>
            <translation>{count} bandas son más que las polarizaciones que existen ({most}); elija una capa SAR de 1 a {most} bandas: {files}</translation>
        </message>
        <message>
            <source>The polarisations of the bands are unclear ({named} for {count} bands); name each band as one of {polarisations}: {files}</source>
            <translation>Las polarizaciones de las bandas no están claras ({named} para {count} bandas); nombre cada banda con una de {polarisations}: {files}</translation>
        </message>
        <message>
            <source>The polarisations {names} must be different and among {polarisations}; name each band as a different one: {files}</source>
            <translation>Las polarizaciones {names} deben ser distintas y estar entre {polarisations}; nombre cada banda con una distinta: {files}</translation>
        </message>
        <message>
            <source>The file has {count} bands and does not say which are red, green and blue; choose an optical layer of 1, 3 or 4 bands: {path}</source>
            <translation>El archivo tiene {count} bandas y no indica cuáles son la roja, la verde y la azul; elija una capa óptica de 1, 3 o 4 bandas: {path}</translation>
        </message>
        <message>
            <source>The names of the bands say no colours, so that they are taken to be {colours}; if they are others, name them in the file: {name}</source>
            <translation>Los nombres de las bandas no indican colores, por lo que se toman como {colours}; si son otras, nómbrelas en el archivo: {name}</translation>
        </message>
        <message>
            <source>Bands of {name} that are not used: {names}.</source>
            <translation>Bandas de {name} que no se usan: {names}.</translation>
        </message>
        <message>
            <source>The values are spread evenly about zero, like the real or the imaginary part of complex values; if they are one of them, choose the amplitude: {name}</source>
            <translation>Los valores se reparten por igual en torno a cero, como la parte real o la imaginaria de valores complejos; si son una de ellas, elija la amplitud: {name}</translation>
        </message>
        <message>
            <source>By its name the layer holds no backscatter; choose the SAR layers without it: {path}.</source>
            <translation>Por su nombre, la capa no contiene retrodispersión; elija las capas SAR sin ella: {path}.</translation>
        </message>
        <message>
            <source>The band {name} is only a part of complex values; choose the amplitude, or one file with the real and the imaginary part: {path}.</source>
            <translation>La banda {name} es solo una parte de valores complejos; elija la amplitud, o un único archivo con la parte real y la imaginaria: {path}.</translation>
        </message>
        <message>
            <source>the same detail in all of them</source>
            <translation>el mismo detalle en todas</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; copy or download it again: {path}</source>
            <translation>El archivo está truncado o dañado; cópielo o descárguelo de nuevo: {path}</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.0f} m show no buildings; choose a SAR layer with pixels of 0.3 to 1.5 m, or assign the right coordinate system: {path}.</source>
            <translation>Los píxeles de {own_m:.0f} m no muestran edificios; elija una capa SAR con píxeles de 0,3 a 1,5 m o asigne el sistema de coordenadas correcto: {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.2g} m are smaller than any sensor’s; assign the right coordinate system: {path}.</source>
            <translation>Los píxeles de {own_m:.2g} m son más pequeños que los de cualquier sensor; asigne el sistema de coordenadas correcto: {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result will be poor: {name}</source>
            <translation>El archivo tiene píxeles de {size:.1f} m, demasiado gruesos para mostrar edificios individuales; el resultado será malo: {name}</translation>
        </message>
        <message>
            <source>The scene would have {width:,} x {height:,} pixels, more than {most:,} in all; choose a smaller area, or SAR files of one place: {path}.</source>
            <translation>La escena tendría {width:,} x {height:,} píxeles, más de {most:,} en total; elija un área menor, o archivos SAR de un mismo lugar: {path}.</translation>
        </message>
        <message>
            <source>The model needs pixels of {size:g} m, more than {most} times smaller than the {own_m:.2g} m of the layer; choose another model, or a layer with smaller pixels: {path}.</source>
            <translation>El modelo necesita píxeles de {size:g} m, más de {most} veces menores que los {own_m:.2g} m de la capa; elija otro modelo o una capa con píxeles menores: {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.1f} m are too coarse to show single buildings, and would become {width} x {height} small ones; choose a SAR layer with pixels of 0.3 to 1.5 m, or a small area: {path}.</source>
            <translation>Los píxeles de {own_m:.1f} m son demasiado gruesos para mostrar edificios individuales y se convertirían en {width} x {height} píxeles pequeños; elija una capa SAR con píxeles de 0,3 a 1,5 m, o una zona pequeña: {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result may be better without it: {name}</source>
            <translation>El archivo tiene píxeles de {size:.1f} m, demasiado gruesos para mostrar edificios individuales; el resultado puede ser mejor sin esta capa: {name}</translation>
        </message>
        <message>
            <source>The optical layer and SAR do not overlap; choose one of the same place or none: {path} and {other}</source>
            <translation>La capa óptica y SAR no se superponen; elija una del mismo lugar o ninguna: {path} y {other}</translation>
        </message>
        <message>
            <source>The file is not georeferenced; its pixels are taken to be {size:g} m: {name}</source>
            <translation>El archivo no está georreferenciado; se supone que sus píxeles son de {size:g} m: {name}</translation>
        </message>
        <message>
            <source>One file has no coordinate system, another has one; assign the first its coordinate system: {path} and {other}</source>
            <translation>Un archivo no tiene sistema de coordenadas y otro sí; asigne al primero su sistema de coordenadas: {path} y {other}</translation>
        </message>
        <message>
            <source>The SAR files do not overlap; choose files of one scene: {path} and {other}</source>
            <translation>Los archivos SAR no se superponen; elija archivos de una misma escena: {path} y {other}</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {path} and {other}.</source>
            <translation>Los sistemas de coordenadas no se pueden convertir entre sí; elija archivos con el mismo sistema: {path} y {other}.</translation>
        </message>
        <message>
            <source>The file has no coordinate system; its units are taken to be metres: {name}</source>
            <translation>El archivo no tiene sistema de coordenadas; se supone que sus unidades son metros: {name}</translation>
        </message>
        <message>
            <source>The file or the .aux.xml file next to it is damaged ({reason}); remove that file or save the raster again: {path}.</source>
            <translation>El archivo o el archivo .aux.xml que está a su lado está dañado ({reason}); elimine este último o guarde de nuevo el ráster: {path}.</translation>
        </message>
        <message>
            <source>values in other files</source>
            <translation>valores en otros archivos</translation>
        </message>
        <message>
            <source>The file in the archive is not read there, or refers to other data; unpack the archive and choose the unpacked file: {path}.</source>
            <translation>El archivo del archivo comprimido no se lee allí o remite a otros datos; descomprímalo y elija el archivo extraído: {path}.</translation>
        </message>
        <message>
            <source>The ground control points are fitted with errors of up to {error:.1f} pixels, so that the result is displaced; check them, or geocode the file: {name}</source>
            <translation>Los puntos de control del terreno se ajustan con errores de hasta {error:.1f} píxeles, por lo que el resultado está desplazado; compruébelos o georreferencie el archivo: {name}</translation>
        </message>
        <message>
            <source>The geotransform does not place the image; geocode it first: {path}.</source>
            <translation>La geotransformación no sitúa la imagen; georreferénciela primero: {path}.</translation>
        </message>
        <message>
            <source>Coordinates are out of the range of the coordinate system; assign the right one: {path}.</source>
            <translation>Las coordenadas están fuera del rango del sistema de coordenadas; asigne el correcto: {path}.</translation>
        </message>
        <message>
            <source>The coordinate system is not known; give WKT or EPSG:code: {crs}.</source>
            <translation>No se conoce el sistema de coordenadas; indique WKT o EPSG:código: {crs}.</translation>
        </message>
        <message>
            <source>The ground control points or RPC do not place the image; geocode it first: {path}.</source>
            <translation>Los puntos de control del terreno o los RPC no sitúan la imagen; georreferénciela primero: {path}.</translation>
        </message>
        <message>
            <source>The file is placed by its RPC at a height of {height:.0f} m; where the ground is higher or lower, the result is displaced: {name}</source>
            <translation>El archivo se sitúa mediante sus RPC a una altura de {height:.0f} m; donde el terreno es más alto o más bajo, el resultado queda desplazado: {name}</translation>
        </message>
        <message>
            <source>The image is placed by arrays of longitudes and latitudes; geocode it first: {path}.</source>
            <translation>La imagen está situada por matrices de longitudes y latitudes; geocodifíquela primero: {path}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of the polygons: {name} to {other}.</source>
            <translation>Las coordenadas están fuera del rango de su sistema de coordenadas; compruebe el sistema de coordenadas de los polígonos: {name} a {other}.</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {name} and {other}.</source>
            <translation>Los sistemas de coordenadas no se pueden convertir entre sí; elija archivos con el mismo sistema: {name} y {other}.</translation>
        </message>
        <message>
            <source>One SAR file has decibels and another amplitude or power, but both are read with the same scale; convert all files to one scale: {name} and {other}</source>
            <translation>Un archivo SAR tiene decibelios y otro amplitud o potencia, pero ambos se leen con la misma escala; convierta todos los archivos a una sola escala: {name} y {other}</translation>
        </message>
        <message>
            <source>The band {band} has decibels and {other} amplitude or power, but both are read with the same scale; convert all bands to one scale: {name}</source>
            <translation>La banda {band} está en decibelios y {other} en amplitud o potencia, pero ambas se leen con la misma escala; convierta todas las bandas a una sola escala: {name}</translation>
        </message>
        <message>
            <source>other bands, types or nodata values</source>
            <translation>otras bandas, tipos o valores sin datos</translation>
        </message>
        <message>
            <source>A raster of the mosaic does not fit {first} ({difference}); warp it, or move it to another folder: {path}.</source>
            <translation>Un ráster del mosaico no encaja con {first} ({difference}); reproyéctelo o muévalo a otra carpeta: {path}.</translation>
        </message>
        <message>
            <source>The folder contains no raster ({extensions}); choose another: {folder}.</source>
            <translation>La carpeta no contiene ningún ráster ({extensions}); elija otra: {folder}.</translation>
        </message>
        <message>
            <source>another coordinate system</source>
            <translation>otro sistema de coordenadas</translation>
        </message>
        <message>
            <source>A file of the mosaic is not a raster that can be read; move it: {path}.</source>
            <translation>Un archivo del mosaico no es un ráster que se pueda leer; muévalo: {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic is not north-up; warp or move it: {path}.</source>
            <translation>Un ráster del mosaico no está orientado al norte; reproyéctelo o muévalo: {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic has a mask; give it a nodata value instead: {path}.</source>
            <translation>Un ráster del mosaico tiene una máscara; asígnele en su lugar un valor sin datos: {path}.</translation>
        </message>
        <message>
            <source>another pixel grid</source>
            <translation>otra cuadrícula de píxeles</translation>
        </message>
        <message>
            <source>The file contains several rasters; choose one of them by its name, {listed}: {name}.</source>
            <translation>El archivo contiene varios rásteres; elija uno por su nombre, {listed}: {name}.</translation>
        </message>
        <message>
            <source>The file has {count:,} bands, more than {most:,}; choose another file: {name}.</source>
            <translation>El archivo tiene {count:,} bandas, más de {most:,}; elija otro archivo: {name}.</translation>
        </message>
        <message>
            <source>The file is not a raster that can be read; choose another file: {name}</source>
            <translation>El archivo no es un ráster que se pueda leer; elija otro archivo: {name}</translation>
        </message>
        <message>
            <source>The file contains no raster; choose another file: {name}.</source>
            <translation>El archivo no contiene ningún ráster; elija otro archivo: {name}.</translation>
        </message>
        <message>
            <source>The file does not exist; choose a raster file: {name}</source>
            <translation>El archivo no existe; elija un archivo ráster: {name}</translation>
        </message>
        <message>
            <source>The raster cannot be read over the network ({reason}); check its address and the connection: {name}</source>
            <translation>No se puede leer el ráster a través de la red ({reason}); compruebe su dirección y la conexión: {name}</translation>
        </message>
        <message>
            <source>The file is damaged or not a part of a scene; compute the part again: {path}</source>
            <translation>El archivo está dañado o no es una parte de una escena; calcule la parte de nuevo: {path}</translation>
        </message>
        <message>
            <source>{missing} of {count} parts are missing ({listed}); compute them and name them too: {path}</source>
            <translation>Faltan {missing} de {count} partes ({listed}); calcúlelas e indíquelas también: {path}</translation>
        </message>
        <message>
            <source>The part was written by another version; compute it again: {path}</source>
            <translation>La parte se escribió con otra versión; calcúlela de nuevo: {path}</translation>
        </message>
        <message>
            <source>The part does not fit {first} ({difference}); leave it out, or compute it again: {path}</source>
            <translation>La parte no encaja con {first} ({difference}); omítala o calcúlela de nuevo: {path}</translation>
        </message>
        <message>
            <source>Part {number} is given twice; leave one out: {first}, {path}</source>
            <translation>La parte {number} se ha indicado dos veces; omita una: {first}, {path}</translation>
        </message>
        <message>
            <source>another scene</source>
            <translation>otra escena</translation>
        </message>
        <message>
            <source>another area</source>
            <translation>otra zona</translation>
        </message>
        <message>
            <source>another model</source>
            <translation>otro modelo</translation>
        </message>
        <message>
            <source>other settings</source>
            <translation>otros ajustes</translation>
        </message>
        <message>
            <source>another number of parts</source>
            <translation>otro número de partes</translation>
        </message>
        <message>
            <source>The part cannot be read ({reason}); check its name: {path}</source>
            <translation>No se puede leer la parte ({reason}); compruebe su nombre: {path}</translation>
        </message>
        <message>
            <source>The part is damaged; compute it again: {path}</source>
            <translation>La parte está dañada; calcúlela de nuevo: {path}</translation>
        </message>
        <message>
            <source>the area</source>
            <translation>la zona</translation>
        </message>
        <message>
            <source>the SAR layer</source>
            <translation>la capa SAR</translation>
        </message>
        <message>
            <source>the label layer</source>
            <translation>la capa de etiquetas</translation>
        </message>
        <message>
            <source>the layer</source>
            <translation>la capa</translation>
        </message>
        <message>
            <source>the reference</source>
            <translation>la referencia</translation>
        </message>
        <message>
            <source>The file has no polygon on the SAR layer; choose labels of this scene, or assign them the right coordinate system: {path}</source>
            <translation>El archivo no tiene ningún polígono sobre la capa SAR; elija etiquetas de esta escena o asígneles el sistema de coordenadas correcto: {path}</translation>
        </message>
        <message>
            <source>There is no coordinate system for {what}; it is taken to be that of {other}.</source>
            <translation>No hay sistema de coordenadas: {what}; se supone que es el mismo que aquí: {other}.</translation>
        </message>
        <message>
            <source>The area is not a polygon; draw or choose another one.</source>
            <translation>La zona no es un polígono; dibuje o elija otra.</translation>
        </message>
        <message>
            <source>The area is outside {path}; choose an area on the SAR layer.</source>
            <translation>La zona está fuera de {path}; elija una zona sobre la capa SAR.</translation>
        </message>
        <message>
            <source>A local coordinate system cannot be converted, that of {what} or of {onto}; assign both the right one.</source>
            <translation>Un sistema de coordenadas local no se puede convertir ({what} o {onto}); asigne a ambos el correcto.</translation>
        </message>
        <message>
            <source>The coordinate systems of {what} and {onto} cannot be converted into each other; assign the right ones.</source>
            <translation>Los sistemas de coordenadas no se pueden convertir entre sí ({what} y {onto}); asigne los correctos.</translation>
        </message>
        <message>
            <source>The file is not a probability file; choose one that an extraction wrote: {path}</source>
            <translation>El archivo no es un archivo de probabilidades; elija uno escrito por una extracción: {path}</translation>
        </message>
        <message>
            <source>The probability file {path} cannot be read; run the extraction again.</source>
            <translation>No se puede leer el archivo de probabilidades {path}; ejecute de nuevo la extracción.</translation>
        </message>
        <message>
            <source>The probability file was changed by another program; choose the one that the extraction wrote, or run the extraction again: {path}</source>
            <translation>Otro programa modificó el archivo de probabilidades; elija el que escribió la extracción o ejecute la extracción de nuevo: {path}</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; run the extraction again: {path}</source>
            <translation>El archivo está truncado o dañado; ejecute de nuevo la extracción: {path}</translation>
        </message>
        <message>
            <source>positive values with the long bright tail of amplitude</source>
            <translation>valores positivos con la larga cola brillante de la amplitud</translation>
        </message>
        <message>
            <source>complex values</source>
            <translation>valores complejos</translation>
        </message>
        <message>
            <source>negative values</source>
            <translation>valores negativos</translation>
        </message>
        <message>
            <source>no positive values</source>
            <translation>ningún valor positivo</translation>
        </message>
        <message>
            <source>positive values without the bright tail of amplitude: log-scaled</source>
            <translation>valores positivos sin la cola brillante de la amplitud: en escala logarítmica</translation>
        </message>
        <message>
            <source>positive values with the very long tail of power</source>
            <translation>valores positivos con la cola muy larga de la potencia</translation>
        </message>
        <message>
            <source>The value {value:g} fills {share:.0%} of the file; if nothing was measured there, set it as the nodata value: {name}</source>
            <translation>El valor {value:g} llena el {share:.0%} del archivo; si allí no se midió nada, defínalo como valor sin datos: {name}</translation>
        </message>
        <message>
            <source>The file has only {count} different values, like a mask or a classification; choose an image if it is one: {name}</source>
            <translation>El archivo solo tiene {count} valores distintos, como una máscara o una clasificación; si lo es, elija una imagen: {name}</translation>
        </message>
        <message>
            <source>Rasters of the folder cover the same place, where the last one by name is used ({names}); move other bands and dates to folders of their own: {name}</source>
            <translation>Unos rásteres de la carpeta cubren el mismo lugar, donde se usa el último por su nombre ({names}); mueva las otras bandas y fechas a carpetas propias: {name}</translation>
        </message>
        <message>
            <source>The file contains several rasters; the first one is used: {name}</source>
            <translation>El archivo contiene varios rásteres; se usa el primero: {name}</translation>
        </message>
        <message>
            <source>The header {header} next to the file is that of another raster; choose that one, or move the file and its own header to another folder: {path}.</source>
            <translation>La cabecera {header} junto al archivo es de otro ráster; elija ese, o mueva el archivo y su propia cabecera a otra carpeta: {path}.</translation>
        </message>
        <message>
            <source>The optical layer is also the SAR layer; choose another optical layer or none: {path}.</source>
            <translation>La capa óptica es también la capa SAR; elija otra capa óptica o ninguna: {path}.</translation>
        </message>
        <message>
            <source>The file has no valid pixels; choose a SAR layer with values: {path}</source>
            <translation>El archivo no tiene píxeles válidos; elija una capa SAR con valores: {path}</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or none: {path}</source>
            <translation>El archivo no tiene píxeles válidos donde SAR los tiene; elija una capa óptica de este lugar o ninguna: {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose a SAR image: {path}</source>
            <translation>El archivo tiene el mismo valor en todos los píxeles; elija una imagen SAR: {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose an optical image, or none: {path}</source>
            <translation>El archivo tiene el mismo valor en todos los píxeles; elija una imagen óptica, o ninguna: {path}</translation>
        </message>
        <message>
            <source>The band {band} has no valid pixels, or one value in all sampled ones; choose SAR layers without it: {name}</source>
            <translation>La banda {band} no tiene píxeles válidos, o tiene el mismo valor en todos los examinados; elija capas SAR sin ella: {name}</translation>
        </message>
        <message>
            <source>Two SAR layers are the same file; choose one file for each polarisation: {path} and {other}.</source>
            <translation>Dos capas SAR son el mismo archivo; elija un archivo para cada polarización: {path} y {other}.</translation>
        </message>
        <message>
            <source>The optical layer has no valid pixels in the area where SAR has some, so only SAR is used: {name}</source>
            <translation>La capa óptica no tiene píxeles válidos en el área donde SAR los tiene, así que solo se usa SAR: {name}</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>elegido</translation>
        </message>
        <message>
            <source>There is no room to keep finished rows in {folder}; if this extraction is killed, it starts again from the beginning.</source>
            <translation>No hay espacio para conservar las filas terminadas en {folder}; si esta extracción se interrumpe por la fuerza, volverá a empezar desde el principio.</translation>
        </message>
        <message>
            <source>Only {count} files may be open at a time; raise the limit to {least} or more (ulimit -n).</source>
            <translation>Solo se pueden abrir {count} archivos a la vez; aumente el límite a {least} o más (ulimit -n).</translation>
        </message>
        <message>
            <source>Only {count:,} MB of memory may be used; raise the limit to {least:,} MB or more (ulimit -v).</source>
            <translation>Solo se pueden usar {count:,} MB de memoria; aumente el límite a {least:,} MB o más (ulimit -v).</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Cargando el modelo</translation>
        </message>
        <message>
            <source>The file has no building with a height; choose another file: {path}</source>
            <translation>El archivo no tiene ningún edificio con altura; elija otro archivo: {path}</translation>
        </message>
        <message>
            <source>The city is {width:,.0f} km wide and {height:,.0f} m high, more than {widest:.0f} km or {highest:,.0f} m; choose a file in metres, or a part of the city: {path}.</source>
            <translation>La ciudad tiene {width:,.0f} km de ancho y {height:,.0f} m de alto, más de {widest:.0f} km o {highest:,.0f} m; elija un archivo en metros o una parte de la ciudad: {path}.</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose a CityJSON file: {path}</source>
            <translation>No se puede leer el archivo ({reason}); elija un archivo CityJSON: {path}</translation>
        </message>
        <message>
            <source>The file is neither CityJSON nor a list of footprints with heights ({reason}); choose another file: {path}</source>
            <translation>El archivo no es CityJSON ni una lista de huellas con alturas ({reason}); elija otro archivo: {path}</translation>
        </message>
        <message>
            <source>There is no style {style}; choose one of {styles}.</source>
            <translation>No existe el estilo {style}; elija uno de {styles}.</translation>
        </message>
        <message>
            <source>A scene of {size} pixels is too small; choose 16 or more.</source>
            <translation>Una escena de {size} píxeles es demasiado pequeña; elija 16 o más.</translation>
        </message>
        <message>
            <source>clouds must be between 0 and 1, not {clouds}.</source>
            <translation>clouds debe estar entre 0 y 1, no {clouds}.</translation>
        </message>
        <message>
            <source>polarisations must be among {polarisations}, not {given}.</source>
            <translation>polarisations debe estar entre {polarisations}, no {given}.</translation>
        </message>
        <message>
            <source>output must be db, amplitude or 8bit, not {output}.</source>
            <translation>output debe ser db, amplitude u 8bit, no {output}.</translation>
        </message>
        <message>
            <source>previous is not a polygon; give the footprint to correct as WKT.</source>
            <translation>previous no es un polígono; indique la huella que se va a corregir como WKT.</translation>
        </message>
        <message>
            <source>{metres} m east</source>
            <translation>{metres} m al este</translation>
        </message>
        <message>
            <source>{metres} m north</source>
            <translation>{metres} m al norte</translation>
        </message>
        <message>
            <source>The labels seem to be {shift} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Las etiquetas parecen estar {shift} de los edificios de la imagen; vuelva a moverlas a su sitio, salvo que la inversión por relieve (layover) de edificios altos en SAR explique el desplazamiento.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Leyendo</translation>
        </message>
        <message>
            <source>Comparing labels and image</source>
            <translation>Comparando etiquetas e imagen</translation>
        </message>
        <message>
            <source>Measuring the speed</source>
            <translation>Midiendo la velocidad</translation>
        </message>
        <message>
            <source>{metres} m west</source>
            <translation>{metres} m al oeste</translation>
        </message>
        <message>
            <source>{metres} m south</source>
            <translation>{metres} m al sur</translation>
        </message>
        <message>
            <source>The labels seem to be {along} and {across} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Las etiquetas parecen estar {along} y {across} de los edificios de la imagen; vuelva a moverlas a su sitio, salvo que la inversión por relieve (layover) de edificios altos en SAR explique el desplazamiento.</translation>
        </message>
        <message>
            <source>{device} ({reason})</source>
            <translation>{device} ({reason})</translation>
        </message>
        <message>
            <source>No labelled area is given, so everything inside the hull of the labels counts as labelled; choose a polygon around what you have digitised if that is not so.</source>
            <translation>No se ha indicado ninguna zona etiquetada, por lo que todo lo que está dentro de la envolvente de las etiquetas cuenta como etiquetado; si no es así, elija un polígono alrededor de lo que ha digitalizado.</translation>
        </message>
        <message>
            <source>The base model finds too few buildings with the optical layer ({count}); choose an area with {least} at least.</source>
            <translation>El modelo base encuentra demasiado pocos edificios con la capa óptica ({count}); elija una zona con al menos {least}.</translation>
        </message>
        <message>
            <source>The labelled area is too small to hold out validation blocks, so the result will have no figures; label a larger area if you need them.</source>
            <translation>La zona etiquetada es demasiado pequeña para reservar bloques de validación, por lo que el resultado no tendrá cifras; etiquete una zona mayor si las necesita.</translation>
        </message>
        <message>
            <source>The SAR layer has pixels of {own:.2g} m and the base model was trained at {base:.2g} m; the layer is resampled, and the model has more to learn.</source>
            <translation>La capa SAR tiene píxeles de {own:.2g} m y el modelo base se entrenó a {base:.2g} m; la capa se remuestrea y el modelo tiene más que aprender.</translation>
        </message>
        <message>
            <source>The base model was trained without {names}; choose a base that was trained with it, or train thoroughly.</source>
            <translation>El modelo base se entrenó sin {names}; elija un modelo base que se haya entrenado con ello, o entrene con esfuerzo exhaustivo.</translation>
        </message>
        <message>
            <source>The optical layer covers {share:.0%} of the labelled area and is used only there.</source>
            <translation>La capa óptica cubre el {share:.0%} de la zona etiquetada y solo se usa ahí.</translation>
        </message>
        <message>
            <source>The labelled area has too few buildings ({count}); digitise at least {least}.</source>
            <translation>La zona etiquetada tiene demasiado pocos edificios ({count}); digitalice al menos {least}.</translation>
        </message>
        <message>
            <source>The validation blocks have few buildings ({count}), so the figures will be rough; label a larger area for better ones.</source>
            <translation>Los bloques de validación tienen pocos edificios ({count}), por lo que las cifras serán aproximadas; etiquete una zona mayor para obtener cifras mejores.</translation>
        </message>
        <message>
            <source>A process of the cluster has read different rasters from those on this machine; make the same files visible to all machines: {files}</source>
            <translation>Un proceso del clúster ha leído otros rásteres que los que hay aquí; haga que todas las máquinas vean los mismos archivos: {files}</translation>
        </message>
        <message>
            <source>Neither layer has polygons; choose layers of polygons: {polygons} and {reference}.</source>
            <translation>Ninguna de las capas tiene polígonos; elija capas de polígonos: {polygons} y {reference}.</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Comparando</translation>
        </message>
        <message>
            <source>Neither layer has polygons in the area; choose layers and an area of the same place.</source>
            <translation>Ninguna de las capas tiene polígonos en la zona; elija capas y una zona del mismo lugar.</translation>
        </message>
        <message>
            <source>At an IoU of {iou:g}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}.</source>
            <translation>Con un IoU de {iou:g}: F1 {f1:.3f}, precisión {precision:.3f}, exhaustividad {recall:.3f}.</translation>
        </message>
        <message>
            <source>{matched} matched, {changed} changed, {new} new, {missing} missing; {merged} merged, {split} split.</source>
            <translation>Coincidentes: {matched}, modificados: {changed}, nuevos: {new}, ausentes: {missing}; fusionados: {merged}, divididos: {split}.</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Escribiendo</translation>
        </message>
        <message>
            <source>Only polygons in the area were compared; left out: {polygons} of the layer, {references} of the reference.</source>
            <translation>Solo se han comparado los polígonos de la zona; se omiten {polygons} de la capa y {references} de la referencia.</translation>
        </message>
        <message>
            <source>Everything was compared, including polygons beyond the extent of the other layer ({polygons} of the layer, {references} of the reference); if one of them covers more, choose an area that both cover.</source>
            <translation>Se ha comparado todo, también polígonos fuera de la extensión de la otra capa ({polygons} de la capa, {references} de la referencia); si una cubre más, elija una zona que ambas cubran.</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {iou:.3f}, median shift {shift:.2f} m, median offset {east:.2f} m east and {north:.2f} m north.</source>
            <translation>De los que están en ambas: IoU medio {iou:.3f}, desplazamiento mediano {shift:.2f} m, desfase mediano {east:.2f} m al este y {north:.2f} m al norte.</translation>
        </message>
        <message>
            <source>The scheduler was lost; start it and run the same command again, which computes only what is missing: {folder}</source>
            <translation>Se ha perdido el planificador; inícielo y ejecute de nuevo el mismo comando, que solo calcula lo que falta: {folder}</translation>
        </message>
        <message>
            <source>Several processes of the cluster ended while they computed the same part; look into their logs, as they may need more memory: {name}</source>
            <translation>Varios procesos del clúster terminaron mientras calculaban la misma parte; consulte sus registros, ya que pueden necesitar más memoria: {name}</translation>
        </message>
        <message>
            <source>The scheduler has no workers yet; the parts wait for them.</source>
            <translation>El planificador aún no tiene procesos de trabajo; las partes los esperan.</translation>
        </message>
        <message>
            <source>Clusters need the library distributed; install it with pip install distributed, or use --part and join.</source>
            <translation>Los clústeres necesitan la biblioteca distributed; instálela con pip install distributed, o use --part y join.</translation>
        </message>
        <message>
            <source>A part was computed but cannot be seen here; choose an output in a folder that all machines share: {folder}</source>
            <translation>Se ha calculado una parte, pero no se ve desde aquí; elija una salida en una carpeta que compartan todas las máquinas: {folder}</translation>
        </message>
        <message>
            <source>The scheduler cannot be reached; start it, or correct its address, such as tcp://host:8786: {scheduler}</source>
            <translation>No se puede acceder al planificador; inícielo o corrija su dirección, como tcp://host:8786: {scheduler}</translation>
        </message>
        <message>
            <source>The SAR layer has no data in the area, so there are no footprints.</source>
            <translation>La capa SAR no tiene datos en la zona, por lo que no hay huellas.</translation>
        </message>
        <message>
            <source>This is a bug: please report it with the log.</source>
            <translation>Es un error de programación: notifíquelo adjuntando el registro.</translation>
        </message>
        <message>
            <source>A disk or network drive failed ({reason}); check it and start again.</source>
            <translation>Falló un disco o una unidad de red ({reason}); compruébelo y vuelva a empezar.</translation>
        </message>
        <message>
            <source>The current folder does not exist; change to another one and start again.</source>
            <translation>La carpeta actual no existe; cambie a otra y vuelva a empezar.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check its folder and its permissions: {path}</source>
            <translation>No se puede leer o escribir el archivo ({reason}); compruebe su carpeta y sus permisos: {path}</translation>
        </message>
        <message>
            <source>The name is too long; choose a shorter one: {path}</source>
            <translation>El nombre es demasiado largo; elija uno más corto: {path}</translation>
        </message>
        <message>
            <source>A name is not UTF-8; rename the file or its folder: {name}.</source>
            <translation>Un nombre no es UTF-8; cambie el nombre del archivo o de su carpeta: {name}.</translation>
        </message>
        <message>
            <source>Close other programs, choose a smaller extent or batch, or compute on the CPU.</source>
            <translation>Cierre otros programas, elija una extensión o un lote menor, o calcule en la CPU.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check the disk or network drive, then start again: {path}</source>
            <translation>El archivo no se puede leer ni escribir ({reason}); compruebe el disco o la unidad de red y vuelva a empezar: {path}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Too many files are open; close other programs and start again.</source>
            <translation>Hay demasiados archivos abiertos; cierre otros programas y vuelva a empezar.</translation>
        </message>
        <message>
            <source>The device ran out of memory.</source>
            <translation>El dispositivo se ha quedado sin memoria.</translation>
        </message>
        <message>
            <source>Comparing with the base model</source>
            <translation>Comparando con el modelo base</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>Uniendo</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for the threshold {threshold:g}; compute them again with --all-pixels: {path}</source>
            <translation>Las partes solo contienen píxeles con una probabilidad de al menos {floor:g}, insuficientes para el umbral {threshold:g}; calcúlelas de nuevo con --all-pixels: {path}</translation>
        </message>
        <message>
            <source>The parts were computed on different devices, or with different versions of libraries; the footprints may differ a little from those of a single machine.</source>
            <translation>Las partes se calcularon en dispositivos distintos o con versiones distintas de las bibliotecas; las huellas pueden diferir un poco de las de una sola máquina.</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for a probability file; compute them again with --all-pixels: {path}</source>
            <translation>Las partes solo contienen píxeles con una probabilidad de al menos {floor:g}, insuficientes para un archivo de probabilidades; calcúlelas de nuevo con --all-pixels: {path}</translation>
        </message>
        <message>
            <source>Writing probabilities</source>
            <translation>Escribiendo las probabilidades</translation>
        </message>
        <message>
            <source>No block of {metres:g} m has enough valid pixels; choose smaller blocks: {path}</source>
            <translation>Ningún bloque de {metres:g} m tiene suficientes píxeles válidos; elija bloques más pequeños: {path}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings are left out ({count}).</source>
            <translation>Se omiten los polígonos demasiado grandes para ser edificios ({count}).</translation>
        </message>
        <message>
            <source>Polygons that others cover completely are left out ({count}).</source>
            <translation>Se omiten los polígonos que otros cubren por completo ({count}).</translation>
        </message>
        <message>
            <source>Polygons with more than {most:,} vertices are left out, as OpenStreetMap takes none ({count}).</source>
            <translation>Se omiten los polígonos con más de {most:,} vértices, porque OpenStreetMap no los admite ({count}).</translation>
        </message>
        <message>
            <source>There are no polygons to export; review the layer or choose another: {polygons}.</source>
            <translation>No hay polígonos que exportar; revise la capa o elija otra: {polygons}.</translation>
        </message>
        <message>
            <source>The polygons have no coordinate system; assign one to the layer: {polygons}.</source>
            <translation>Los polígonos no tienen sistema de coordenadas; asigne uno a la capa: {polygons}.</translation>
        </message>
        <message>
            <source>Polygons that no review accepted are left out ({count}).</source>
            <translation>Se omiten los polígonos que ninguna revisión aceptó ({count}).</translation>
        </message>
        <message>
            <source>Outlining</source>
            <translation>Vectorizando</translation>
        </message>
        <message>
            <source>number {number}</source>
            <translation>número {number}</translation>
        </message>
        <message>
            <source>The part is not the one before number {number} ({difference}); name the right one: {path}</source>
            <translation>La parte no es la anterior al número {number} ({difference}); indique la correcta: {path}</translation>
        </message>
        <message>
            <source>A raster is not a file on a disk, so that parts might not fit together; unpack or copy it: {files}</source>
            <translation>Un ráster no es un archivo en un disco, por lo que las partes podrían no encajar; descomprímalo o cópielo: {files}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings stay as they are ({count}).</source>
            <translation>Los polígonos demasiado grandes para ser edificios quedan como están ({count}).</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of polygons: {polygons}</source>
            <translation>El archivo no tiene polígonos; elija una capa de polígonos: {polygons}</translation>
        </message>
        <message>
            <source>Straightening</source>
            <translation>Enderezando</translation>
        </message>
        <message>
            <source>Reading the kept rows</source>
            <translation>Leyendo las filas conservadas</translation>
        </message>
        <message>
            <source>Simulating the scene</source>
            <translation>Simulando la escena</translation>
        </message>
        <message>
            <source>Writing the scene</source>
            <translation>Escribiendo la escena</translation>
        </message>
        <message>
            <source>The folder already exists; remove it or choose another folder: {out}</source>
            <translation>La carpeta ya existe; elimine esa carpeta o elija otra: {out}</translation>
        </message>
        <message>
            <source>Prepared {name}</source>
            <translation>{name}: preparado</translation>
        </message>
        <message>
            <source>The same scene is given for training and for validation; choose another for one of them: {path}</source>
            <translation>Se indica la misma escena para el entrenamiento y para la validación; elija otra para uno de los dos: {path}</translation>
        </message>
        <message>
            <source>The file has no weights for the encoder of {preset}; give a state dict of that encoder or no file: {imagenet}</source>
            <translation>El archivo no tiene pesos para el codificador de {preset}; indique un state dict de ese codificador o ningún archivo: {imagenet}</translation>
        </message>
        <message>
            <source>Read {name}</source>
            <translation>{name}: leído</translation>
        </message>
        <message>
            <source>The checkpoint was damaged or changed (wrong sha-256); remove it, and start the training again: {path}.</source>
            <translation>El punto de control se ha dañado o modificado (sha-256 incorrecto); elimínelo e inicie de nuevo el entrenamiento: {path}.</translation>
        </message>
        <message>
            <source>The checkpoint cannot be read; remove it, and start the training again: {path}.</source>
            <translation>No se puede leer el punto de control; elimínelo e inicie de nuevo el entrenamiento: {path}.</translation>
        </message>
        <message>
            <source>The environment variable {variable} is not a number; start with torchrun, or remove the variable.</source>
            <translation>La variable de entorno {variable} no es un número; inicie con torchrun o elimine la variable.</translation>
        </message>
        <message>
            <source>A batch of {batch} cannot be divided among {count} processes; choose a batch that is a multiple of them.</source>
            <translation>Un lote de {batch} no se puede repartir entre {count} procesos; elija un lote que sea múltiplo de ellos.</translation>
        </message>
        <message>
            <source>Validation block {number}, step {step}</source>
            <translation>Bloque de validación {number}, paso {step}</translation>
        </message>
        <message>
            <source>The checkpoint belongs to a training with other labels; write the model under another name, or remove the checkpoint to start again: {path}.</source>
            <translation>El punto de control pertenece a un entrenamiento con otras etiquetas; guarde el modelo con otro nombre, o elimine el punto de control para empezar de nuevo: {path}.</translation>
        </message>
        <message>
            <source>Step {step} of {steps}</source>
            <translation>Paso {step} de {steps}</translation>
        </message>
        <message>
            <source>{model} finds no building in the optical layer; choose another area, or draw labels.</source>
            <translation>{model} no encuentra ningún edificio en la capa óptica; elija otra zona o dibuje etiquetas.</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or draw labels: {path}</source>
            <translation>El archivo no tiene píxeles válidos donde SAR los tiene; elija una capa óptica de este lugar o dibuje etiquetas: {path}</translation>
        </message>
        <message>
            <source>{share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>Se omite el {share:.0%} de la zona etiquetada, donde el modelo base contradice las etiquetas con seguridad.</translation>
        </message>
        <message>
            <source>The labels are moved by {metres:.1f} m on average, to the buildings in the optical image. {share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>Las etiquetas se mueven {metres:.1f} m de media, hacia los edificios de la imagen óptica. Se omite el {share:.0%} de la zona etiquetada, donde el modelo base contradice las etiquetas con seguridad.</translation>
        </message>
        <message>
            <source>The checkpoint {path} belongs to another training; remove it, or write the model under another name.</source>
            <translation>El punto de control {path} pertenece a otro entrenamiento; elimínelo o escriba el modelo con otro nombre.</translation>
        </message>
    </context>
    <context>
        <name>Curves</name>
        <message>
            <source>Loss</source>
            <translation>Pérdida</translation>
        </message>
        <message>
            <source>total</source>
            <translation>total</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>segmentación</translation>
        </message>
        <message>
            <source>features</source>
            <translation>características</translation>
        </message>
        <message>
            <source>predictions</source>
            <translation>predicciones</translation>
        </message>
        <message>
            <source>Validation IoU</source>
            <translation>IoU de validación</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>SAR solo</translation>
        </message>
        <message>
            <source>with optical</source>
            <translation>con imagen óptica</translation>
        </message>
        <message>
            <source>step</source>
            <translation>paso</translation>
        </message>
        <message>
            <source>step {:.0f} of {:.0f}</source>
            <translation>paso {:.0f} de {:.0f}</translation>
        </message>
        <message>
            <source>best</source>
            <translation>mejor</translation>
        </message>
        <message>
            <source>No steps yet</source>
            <translation>Aún no hay pasos</translation>
        </message>
        <message>
            <source>No validation yet</source>
            <translation>Aún no hay validación</translation>
        </message>
        <message>
            <source>Parts of the loss: segmentation, alignment of features (MSAL in the paper) and alignment of predictions (MFAL)</source>
            <translation>Partes de la pérdida: segmentación, alineación de características (MSAL en el artículo) y alineación de predicciones (MFAL)</translation>
        </message>
    </context>
    <context>
        <name>Demo</name>
        <message>
            <source>Optical</source>
            <translation>Óptica</translation>
        </message>
        <message>
            <source>Reference buildings</source>
            <translation>Edificios de referencia</translation>
        </message>
        <message>
            <source>Demo scene</source>
            <translation>Escena de demostración</translation>
        </message>
    </context>
    <context>
        <name>DemoBox</name>
        <message>
            <source>The project has no raster layer. Add your own SAR layer, or make a simulated scene with SAR, optical and known buildings to try the plugin.</source>
            <translation>No hay ninguna capa ráster en el proyecto. Añada su propio SAR, o cree una escena simulada de SAR, imagen óptica y edificios conocidos para probar el complemento.</translation>
        </message>
        <message>
            <source>Cance&amp;l</source>
            <translation>Ca&amp;ncelar</translation>
        </message>
        <message>
            <source>Make a &amp;demo scene</source>
            <translation>Crear una escena de demos&amp;tración</translation>
        </message>
    </context>
    <context>
        <name>DemoScene</name>
        <message>
            <source>Demo scene</source>
            <translation>Escena de demostración</translation>
        </message>
        <message>
            <source>The demo scene is ready, but not on the map, because another project was opened: {}</source>
            <translation>La escena de demostración está lista, pero no en el mapa, porque se abrió otro proyecto: {}</translation>
        </message>
        <message>
            <source>The demo scene is on the map; press Extract. Its files are in: {}</source>
            <translation>La escena de demostración está en el mapa; pulse Extraer. Sus archivos están en: {}</translation>
        </message>
    </context>
    <context>
        <name>DeviceCombo</name>
        <message>
            <source>Fastest available</source>
            <translation>El más rápido disponible</translation>
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
            <translation>Dispositivo para el cálculo; los resultados solo difieren en las últimas cifras</translation>
        </message>
        <message>
            <source>CPU, 8-bit (faster, less exact)</source>
            <translation>CPU, 8 bits (más rápido, menos exacto)</translation>
        </message>
        <message>
            <source>Device for the computation; results differ only in the last digits; 8-bit inference is faster for large scenes on many processors, and changes up to 1 % of the pixels</source>
            <translation>Dispositivo para el cálculo; los resultados solo difieren en las últimas cifras; la inferencia de 8 bits es más rápida con escenas grandes en muchos procesadores y cambia hasta el 1 % de los píxeles</translation>
        </message>
    </context>
    <context>
        <name>DeviceLabel</name>
        <message>
            <source>starting…</source>
            <translation>iniciando…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Opciones…</translation>
        </message>
    </context>
    <context>
        <name>Durations</name>
        <message>
            <source>less than a minute</source>
            <translation>menos de un minuto</translation>
        </message>
        <message>
            <source>about {} min</source>
            <translation>unos {} min</translation>
        </message>
        <message>
            <source>about {} h {} min</source>
            <translation>unas {} h {} min</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>tiempo restante: {}</translation>
        </message>
    </context>
    <context>
        <name>EditButtons</name>
        <message>
            <source>Square (Q)</source>
            <translation>Escuadrar (Q)</translation>
        </message>
        <message>
            <source>Right angles where it nearly has them; Ctrl+Z undoes it</source>
            <translation>Ángulos rectos donde casi los tiene; Ctrl+Z lo deshace</translation>
        </message>
        <message>
            <source>Join (J)</source>
            <translation>Unir (J)</translation>
        </message>
        <message>
            <source>Merge it with the selected footprints and those that touch it</source>
            <translation>Combinarla con las huellas seleccionadas y las que la tocan</translation>
        </message>
        <message>
            <source>Split (S)</source>
            <translation>Dividir (S)</translation>
        </message>
        <message>
            <source>Draw a line across it; a right click ends the line</source>
            <translation>Dibuje una línea que la atraviese; un clic derecho termina la línea</translation>
        </message>
        <message>
            <source>Reshape (R)</source>
            <translation>Remodelar (R)</translation>
        </message>
        <message>
            <source>Draw the part of the outline that is wrong; a right click ends the line</source>
            <translation>Dibuje la parte del contorno que es incorrecta; un clic derecho termina la línea</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentBox</name>
        <message>
            <source>Python and PyTorch</source>
            <translation>Python y PyTorch</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Eliminar</translation>
        </message>
        <message>
            <source>Deletes the environment and frees its disk space</source>
            <translation>Elimina el entorno y libera su espacio en disco</translation>
        </message>
        <message>
            <source>Update the environment?</source>
            <translation>¿Actualizar el entorno?</translation>
        </message>
        <message>
            <source>Remove the environment?</source>
            <translation>¿Eliminar el entorno?</translation>
        </message>
        <message>
            <source>public indexes, or those in pip’s configuration</source>
            <translation>índices públicos, o los de la configuración de pip</translation>
        </message>
        <message>
            <source>The address of your organisation’s package index</source>
            <translation>La dirección del índice de paquetes de su organización</translation>
        </message>
        <message>
            <source>for computers without a network</source>
            <translation>para equipos sin red</translation>
        </message>
        <message>
            <source>A folder filled on a similar machine with
python -m pip download -r core/requirements.txt -d FOLDER</source>
            <translation>Una carpeta llenada en una máquina similar con
python -m pip download -r core/requirements.txt -d FOLDER</translation>
        </message>
        <message>
            <source>Preset by the environment variable {}</source>
            <translation>Definido por la variable de entorno {}</translation>
        </message>
        <message>
            <source>Where packages come from</source>
            <translation>De dónde vienen los paquetes</translation>
        </message>
        <message>
            <source>&amp;Package index</source>
            <translation>Índice de &amp;paquetes</translation>
        </message>
        <message>
            <source>&amp;Folder of wheels</source>
            <translation>Carpeta de &amp;wheels</translation>
        </message>
        <message>
            <source>A model is being fine-tuned in this environment; stop it or wait until it has finished, then try again.</source>
            <translation>Se está ajustando un modelo en este entorno; deténgalo o espere a que termine e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>{} Jobs that use it will be cancelled.</source>
            <translation>{} Se cancelarán las tareas que lo usan.</translation>
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
            <translation>No hay huellas por clic; haga clic primero en algunos edificios.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Footprints from “{}”</source>
            <translation>Huellas de “{}”</translation>
        </message>
        <message>
            <source>Click each corner · right-click: extract all buildings in it · Ctrl+Z: remove a corner · Esc: discard</source>
            <translation>Clic en cada esquina · clic derecho: extraer todos los edificios que contiene · Ctrl+Z: quitar una esquina · Esc: descartar</translation>
        </message>
        <message>
            <source>Nothing found · click another place, or Shift+click more of the building</source>
            <translation>No se ha encontrado nada · haga clic en otro lugar, o Mayús+clic en otra parte del edificio</translation>
        </message>
        <message>
            <source>Shift+click: add a part · right-click: remove a part · Enter or next building: accept · Ctrl+Z: take back a click · Esc: discard</source>
            <translation>Mayús+clic: añadir una parte · clic derecho: quitar una parte · Intro o siguiente edificio: aceptar · Ctrl+Z: deshacer un clic · Esc: descartar</translation>
        </message>
        <message>
            <source>Click a building · drag a rectangle around several</source>
            <translation>Haga clic en un edificio · arrastre un rectángulo alrededor de varios</translation>
        </message>
    </context>
    <context>
        <name>ExtractForm</name>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere</source>
            <translation>Se usa donde tiene píxeles válidos; en el resto, SAR solo</translation>
        </message>
        <message>
            <source>Whole SAR layer</source>
            <translation>Toda la capa SAR</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Vista actual del mapa</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Polígonos seleccionados</translation>
        </message>
        <message>
            <source>The area to extract footprints from</source>
            <translation>La zona de la que extraer huellas</translation>
        </message>
        <message>
            <source>The model’s own threshold</source>
            <translation>El umbral propio del modelo</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel: lower values find more buildings, higher values fewer. The triangle marks the model’s own. If a result is the active layer, its footprints are outlined again; the threshold of the next extraction stays the same.</source>
            <translation>Probabilidad mínima de un píxel de edificio: los valores más bajos encuentran más edificios, los más altos menos. El triángulo marca la del propio modelo. Si la capa activa es un resultado, sus huellas se vectorizan de nuevo; el umbral de la próxima extracción no cambia.</translation>
        </message>
        <message>
            <source>GeoPackage to write; empty: a temporary file</source>
            <translation>GeoPackage que se va a escribir; vacío: un archivo temporal</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted</source>
            <translation>Las huellas más pequeñas se omiten</translation>
        </message>
        <message>
            <source>Care&amp;ful (8 times slower)</source>
            <translation>Cu&amp;idadoso (8 veces más lento)</translation>
        </message>
        <message>
            <source>Averages over rotated and mirrored views of the scene</source>
            <translation>Promedia vistas giradas y reflejadas de la escena</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <source>&amp;SAR</source>
            <translation>&amp;SAR</translation>
        </message>
        <message>
            <source>&amp;Optical</source>
            <translation>Ó&amp;ptica</translation>
        </message>
        <message>
            <source>E&amp;xtent</source>
            <translation>E&amp;xtensión</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modelo</translation>
        </message>
        <message>
            <source>Sa&amp;ve to</source>
            <translation>&amp;Guardar en</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Calcula en</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>Po&amp;larizaciones</translation>
        </message>
        <message>
            <source>SAR va&amp;lues</source>
            <translation>&amp;Valores SAR</translation>
        </message>
        <message>
            <source>Smallest &amp;area</source>
            <translation>Áre&amp;a mínima</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Dispositivo</translation>
        </message>
        <message>
            <source>&amp;Threshold of the result</source>
            <translation>&amp;Umbral del resultado</translation>
        </message>
        <message>
            <source>&amp;Threshold</source>
            <translation>&amp;Umbral</translation>
        </message>
        <message>
            <source>The same area again</source>
            <translation>La misma zona otra vez</translation>
        </message>
    </context>
    <context>
        <name>ExtractPage</name>
        <message>
            <source>&amp;Extract</source>
            <translation>&amp;Extraer</translation>
        </message>
        <message>
            <source>&amp;Review…</source>
            <translation>&amp;Revisar…</translation>
        </message>
        <message>
            <source>Go through the footprints of a layer, the least certain first</source>
            <translation>Recorrer las huellas de una capa, empezando por las menos seguras</translation>
        </message>
        <message>
            <source>The settings are filled in; change some and click Extract.</source>
            <translation>Los ajustes están rellenados; cambie algunos y haga clic en Extraer.</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; choose another model.</source>
            <translation>El modelo “{}” ya no existe; elija otro modelo.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Cancelando…</translation>
        </message>
        <message>
            <source>Overwrite the earlier result, and replace the layer {}?</source>
            <translation>¿Sobrescribir el resultado anterior y reemplazar la capa {}?</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>¿Sobrescribir el resultado anterior?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>¿Sobrescribir?</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Canc&amp;elar</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Abrir registro</translation>
        </message>
    </context>
    <context>
        <name>Extraction</name>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation>Cancelado; no se ha escrito nada.</translation>
        </message>
        <message>
            <source>The footprints are ready, but not on the map, because another project was opened: {}</source>
            <translation>Las huellas están listas, pero no en el mapa, porque se abrió otro proyecto: {}</translation>
        </message>
        <message>
            <source>Add to this project</source>
            <translation>Añadir a este proyecto</translation>
        </message>
        <message>
            <source>{:,} footprint in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} huella en {:.1f} s, en la capa “{}”.</translation>
        </message>
        <message>
            <source>{:,} footprints in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} huellas en {:.1f} s, en la capa “{}”.</translation>
        </message>
        <message>
            <source>Zoom to</source>
            <translation>Zoom a</translation>
        </message>
    </context>
    <context>
        <name>Failures</name>
        <message>
            <source>the server reports an error</source>
            <translation>el servidor informa de un error</translation>
        </message>
        <message>
            <source>no connection</source>
            <translation>sin conexión</translation>
        </message>
        <message>
            <source>the server sent no picture</source>
            <translation>el servidor no ha enviado ninguna imagen</translation>
        </message>
    </context>
    <context>
        <name>FinetuneForm</name>
        <message>
            <source>With an optical layer, the optical branch is trained too and teaches the one that stands in for it where there is only SAR (hallucination branch in the paper)</source>
            <translation>Con una capa óptica, también se entrena la rama óptica, que enseña a la que la sustituye donde solo hay SAR (rama de alucinación en el artículo)</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>De una capa de polígonos</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>De la imagen óptica</translation>
        </message>
        <message>
            <source>From the optical image: no outlines are needed; what the base model confidently predicts with the optical layer becomes the labels for SAR alone</source>
            <translation>De la imagen óptica: no se necesitan contornos; lo que el modelo base predice con seguridad con la capa óptica sirve de etiquetas para SAR solo</translation>
        </message>
        <message>
            <source>Choose a polygon layer…</source>
            <translation>Elegir una capa de polígonos…</translation>
        </message>
        <message>
            <source>Outlines of buildings; unsaved edits and layer filters are taken into account</source>
            <translation>Contornos de edificios; se tienen en cuenta las ediciones sin guardar y los filtros de la capa</translation>
        </message>
        <message>
            <source>No corrections</source>
            <translation>Sin correcciones</translation>
        </message>
        <message>
            <source>Outlines of buildings that you have drawn or clicked; they replace the predictions of the base model there, and a few where it errs are enough</source>
            <translation>Contornos de edificios que ha dibujado o en los que ha hecho clic; sustituyen allí a las predicciones del modelo base, y bastan unos pocos donde se equivoca</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Completas</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Faltan algunas o son antiguas</translation>
        </message>
        <message>
            <source>Partly missing or old: the outlines are moved to the buildings in the optical image, and places where the base model confidently contradicts them are left out</source>
            <translation>Faltan algunas o son antiguas: los contornos se mueven hacia los edificios de la imagen óptica, y se omiten los lugares donde el modelo base los contradice con seguridad</translation>
        </message>
        <message>
            <source>The new model is also judged by these predictions, not by the truth; check it on the map before you rely on it.</source>
            <translation>El nuevo modelo también se evalúa con estas predicciones, no con la realidad; compruébelo en el mapa antes de confiar en él.</translation>
        </message>
        <message>
            <source>The area in which every building has an outline; the rest of it is learned as “no building”, and nothing outside it is used. Without a layer it is the hull of the outlines, or the whole scene for labels from the optical image</source>
            <translation>La zona en la que cada edificio tiene un contorno; el resto de ella se aprende como “no hay edificio” y no se usa nada fuera de ella. Sin capa, es la envolvente de los contornos o, con etiquetas de la imagen óptica, toda la escena</translation>
        </message>
        <message>
            <source>Name of the new model in the list of models</source>
            <translation>Nombre del nuevo modelo en la lista de modelos</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Rápido</translation>
        </message>
        <message>
            <source>Thorough (about four times as long)</source>
            <translation>Exhaustivo (unas 4 veces más)</translation>
        </message>
        <message>
            <source>Number of training steps</source>
            <translation>Número de pasos de entrenamiento</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Solo las últimas capas</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Últimas capas y decodificadores</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>Toda la red</translation>
        </message>
        <message>
            <source>With few labels, it is safer to train fewer parts. The last layers are the fusion heads and the shared block of the paper</source>
            <translation>Con pocas etiquetas es más seguro entrenar menos partes. Las últimas capas son las cabezas de fusión y el bloque compartido del artículo</translation>
        </message>
        <message>
            <source>&amp;SAR</source>
            <translation>&amp;SAR</translation>
        </message>
        <message>
            <source>&amp;Optical</source>
            <translation>Óptic&amp;a</translation>
        </message>
        <message>
            <source>&amp;Labels</source>
            <translation>Eti&amp;quetas</translation>
        </message>
        <message>
            <source>Labelled &amp;area</source>
            <translation>&amp;Zona etiquetada</translation>
        </message>
        <message>
            <source>&amp;Base model</source>
            <translation>Modelo &amp;base</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nombre</translation>
        </message>
        <message>
            <source>&amp;Effort</source>
            <translation>Es&amp;fuerzo</translation>
        </message>
        <message>
            <source>&amp;Train</source>
            <translation>En&amp;trenar</translation>
        </message>
        <message>
            <source>Hull of the labels</source>
            <translation>Envolvente de las etiquetas</translation>
        </message>
        <message>
            <source>Whole scene</source>
            <translation>Toda la escena</translation>
        </message>
        <message>
            <source>All three branches are trained; the optical branch teaches the one that stands in for it where there is only SAR.</source>
            <translation>Se entrenan las tres ramas; la rama óptica enseña a la que la sustituye donde solo hay SAR.</translation>
        </message>
        <message>
            <source>Without an optical layer, only the branches for SAR alone are trained.</source>
            <translation>Sin una capa óptica, solo se entrenan las ramas para SAR solo.</translation>
        </message>
    </context>
    <context>
        <name>FinetunePage</name>
        <message>
            <source>Cancel the fine-tuning?</source>
            <translation>¿Cancelar el ajuste fino?</translation>
        </message>
        <message>
            <source>All training so far will be lost. To keep it, use “Stop and keep best” instead.</source>
            <translation>Se perderá todo lo entrenado hasta ahora. Para conservarlo, use “Detener y conservar el mejor”.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Cancelando…</translation>
        </message>
        <message>
            <source>Delete the new model?</source>
            <translation>¿Eliminar el nuevo modelo?</translation>
        </message>
        <message>
            <source>The new model and its report will be deleted. The base model does not change.</source>
            <translation>Se eliminarán el nuevo modelo y su informe. El modelo base no cambia.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
    </context>
    <context>
        <name>FinetuneSettings</name>
        <message>
            <source>Another model has this name; choose another: {}</source>
            <translation>Otro modelo tiene este nombre; elija otro: {}</translation>
        </message>
        <message>
            <source>Choose the polygon layer with the outlines of your buildings.</source>
            <translation>Elija la capa de polígonos con los contornos de sus edificios.</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Elija una capa SAR.</translation>
        </message>
        <message>
            <source>There is no optical layer to take labels from; choose one, or a polygon layer as labels.</source>
            <translation>No hay ninguna capa óptica de la que tomar etiquetas; elija una, o una capa de polígonos como etiquetas.</translation>
        </message>
        <message>
            <source>The labels and the labelled area are the same layer; for the area, choose polygons in which every building has an outline, or the hull of the labels.</source>
            <translation>Las etiquetas y la zona etiquetada son la misma capa; para la zona, elija polígonos en los que cada edificio tenga un contorno, o la envolvente de las etiquetas.</translation>
        </message>
        <message>
            <source>The base model cannot be read; choose another.</source>
            <translation>No se puede leer el modelo base; elija otro.</translation>
        </message>
    </context>
    <context>
        <name>Finetuning</name>
        <message>
            <source>Fine-tuning “{}”</source>
            <translation>Ajuste fino de “{}”</translation>
        </message>
    </context>
    <context>
        <name>HelpButton</name>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>Open the guide in the browser</source>
            <translation>Abrir la guía en el navegador</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Earlier runs and saved settings, to fill in the fields</source>
            <translation>Ejecuciones anteriores y ajustes guardados, para rellenar los campos</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Aún no hay ejecuciones</translation>
        </message>
        <message>
            <source>Save settings…</source>
            <translation>Guardar ajustes…</translation>
        </message>
        <message>
            <source>Open settings…</source>
            <translation>Abrir ajustes…</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>Vaciar esta lista</translation>
        </message>
        <message>
            <source>The settings were saved: {}</source>
            <translation>Los ajustes se guardaron: {}</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>Abrir ajustes</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>Guardar ajustes</translation>
        </message>
        <message>
            <source>Settings (*{})</source>
            <translation>Ajustes (*{})</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprint</source>
            <translation>{} · {} · {} · {:,} huella</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprints</source>
            <translation>{} · {} · {} · {:,} huellas</translation>
        </message>
        <message>
            <source>The file has no settings of an extraction, or those of a newer version; choose a file that was written by Save settings: {}</source>
            <translation>El archivo no contiene los ajustes de una extracción, o son de una versión más reciente; elija un archivo creado con “Guardar ajustes”: {}</translation>
        </message>
    </context>
    <context>
        <name>InstallBox</name>
        <message>
            <source>&amp;Options…</source>
            <translation>&amp;Opciones…</translation>
        </message>
        <message>
            <source>Where packages come from, or another Python</source>
            <translation>De dónde vienen los paquetes, u otro Python</translation>
        </message>
    </context>
    <context>
        <name>InstallFailure</name>
        <message>
            <source>This Linux is too old for PyTorch, which needs glibc 2.28; use Debian 10, Ubuntu 20.04, RHEL 8 or newer, or QGIS from Flathub.</source>
            <translation>Este Linux es demasiado antiguo para PyTorch, que necesita glibc 2.28; use Debian 10, Ubuntu 20.04, RHEL 8 o posterior, o QGIS de Flathub.</translation>
        </message>
        <message>
            <source>There is no PyTorch for Macs with an Intel processor; use a Mac with an Apple processor, or another computer.</source>
            <translation>No hay PyTorch para Macs con procesador Intel; use un Mac con procesador Apple u otro equipo.</translation>
        </message>
        <message>
            <source>A rule of your organisation (AppLocker, App Control) forbids programs in the folder of the environment; ask your administrator to allow that folder, or for another one to install into.</source>
            <translation>Una regla de su organización (AppLocker, App Control) prohíbe los programas en la carpeta del entorno; pida a su administrador que permita esa carpeta u otra en la que instalar.</translation>
        </message>
        <message>
            <source>The program {0} cannot be started, often because a rule of your organisation or a virus scanner forbids programs in its folder; ask your administrator to allow that folder.</source>
            <translation>No se puede iniciar el programa {0}, a menudo porque una regla de su organización o un antivirus prohíbe los programas en su carpeta; pida a su administrador que permita esa carpeta.</translation>
        </message>
        <message>
            <source>A package is not the one that this version of the plugin was released with, and was not installed, often because a proxy alters files; use another network or a folder of wheels, or enter the index in the options if you trust it.</source>
            <translation>Un paquete no es el mismo con el que se publicó esta versión del complemento y no se instaló, a menudo porque un proxy altera los archivos; use otra red o una carpeta de wheels, o introduzca el índice en las opciones si confía en él.</translation>
        </message>
        <message>
            <source>The disk is full; free up space on the disk of the QGIS profile, then try again.</source>
            <translation>El disco está lleno; libere espacio en el disco del perfil de QGIS y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Memory ran out; close other programs, or let Windows manage the size of the paging file, then try again.</source>
            <translation>Se agotó la memoria; cierre otros programas o deje que Windows administre el tamaño del archivo de paginación y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>OneDrive holds back files of the environment; exclude the folder of the QGIS profile from OneDrive, or ask your administrator for another folder to install into.</source>
            <translation>OneDrive retiene archivos del entorno; excluya de OneDrive la carpeta del perfil de QGIS o pida a su administrador otra carpeta en la que instalar.</translation>
        </message>
        <message>
            <source>Another program, often a virus scanner, has a file of the environment open; wait a minute and try again, or exclude the QGIS profile from scanning.</source>
            <translation>Otro programa, a menudo un antivirus, tiene abierto un archivo del entorno; espere un minuto y vuelva a intentarlo, o excluya el perfil de QGIS del análisis.</translation>
        </message>
        <message>
            <source>A path became too long; switch on long paths in Windows, or use a QGIS profile in a folder with a shorter name.</source>
            <translation>Una ruta resultó demasiado larga; active las rutas largas en Windows o use un perfil de QGIS en una carpeta con un nombre más corto.</translation>
        </message>
        <message>
            <source>The environment’s folder cannot be written; check the permissions of the folder of the QGIS profile.</source>
            <translation>No se puede escribir en la carpeta del entorno; compruebe los permisos de la carpeta del perfil de QGIS.</translation>
        </message>
        <message>
            <source>Windows cannot load a library of the environment; install Microsoft’s Visual C++ runtime from https://aka.ms/vc14/vc_redist.x64.exe, then try again.</source>
            <translation>Windows no puede cargar una biblioteca del entorno; instale el runtime de Visual C++ de Microsoft desde https://aka.ms/vc14/vc_redist.x64.exe y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The GPU is too old for the installed build of PyTorch; choose CPU as the device, or remove the environment and install it again.</source>
            <translation>La GPU es demasiado antigua para la compilación instalada de PyTorch; elija CPU como dispositivo, o elimine el entorno e instálelo de nuevo.</translation>
        </message>
        <message>
            <source>The processor lacks instructions that the libraries use; use a computer with a newer processor.</source>
            <translation>El procesador carece de instrucciones que usan las bibliotecas; use un equipo con un procesador más reciente.</translation>
        </message>
        <message>
            <source>The installation was killed, perhaps because memory ran out; close other programs and try again.</source>
            <translation>La instalación se interrumpió de forma forzada, quizá porque se agotó la memoria; cierre otros programas y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Python crashed ({0}), often because of a virus scanner or a damaged file; exclude the QGIS profile from scanning, remove the environment, and install it again.</source>
            <translation>Python falló ({0}), a menudo a causa de un antivirus o de un archivo dañado; excluya el perfil de QGIS del análisis, elimine el entorno e instálelo de nuevo.</translation>
        </message>
        <message>
            <source>A step took too long and was stopped, often because a virus scanner reads every file; try again, or exclude the QGIS profile from scanning.</source>
            <translation>Un paso tardó demasiado y se detuvo, a menudo porque un antivirus lee cada archivo; vuelva a intentarlo o excluya el perfil de QGIS del análisis.</translation>
        </message>
        <message>
            <source>The Python that was found cannot connect securely (no SSL); install Python from python.org, or the program uv, then try again.</source>
            <translation>El Python encontrado no puede conectarse de forma segura (sin SSL); instale Python desde python.org, o el programa uv, y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The Python that was found lacks the module ensurepip; install the package python3-venv, or the program uv, then try again.</source>
            <translation>Al Python encontrado le falta el módulo ensurepip; instale el paquete python3-venv, o el programa uv, y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The proxy requires a user name and a password; enter them in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>El proxy requiere un nombre de usuario y una contraseña; introdúzcalos en Configuración &gt; Opciones &gt; Red y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>pip cannot use a SOCKS proxy; install the program uv, which can, or install from a folder of wheels.</source>
            <translation>pip no puede usar un proxy SOCKS; instale el programa uv, que sí puede, o instale desde una carpeta de wheels.</translation>
        </message>
        <message>
            <source>The proxy refuses to connect ({0}); ask its administrator to allow the package index, or install from a folder of wheels.</source>
            <translation>El proxy rechaza la conexión ({0}); pida a su administrador que permita el índice de paquetes, o instale desde una carpeta de wheels.</translation>
        </message>
        <message>
            <source>The proxy cannot be reached; check it in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>No se puede acceder al proxy; compruébelo en Configuración &gt; Opciones &gt; Red y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The package index has a certificate that is not trusted, often that of a proxy; add your organisation’s certificate in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
            <translation>El índice de paquetes tiene un certificado que no es de confianza, a menudo el de un proxy; añada el certificado de su organización en Configuración &gt; Opciones &gt; Autenticación &gt; Administrar certificados y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The package index refuses access ({0}); check its address and its password.</source>
            <translation>El índice de paquetes deniega el acceso ({0}); compruebe su dirección y su contraseña.</translation>
        </message>
        <message>
            <source>The network failed or the package index cannot be reached; check the connection, then try again: what has been downloaded is kept.</source>
            <translation>Falló la red o no se puede acceder al índice de paquetes; compruebe la conexión y vuelva a intentarlo: lo ya descargado se conserva.</translation>
        </message>
        <message>
            <source>The Python that was found is not compatible with PyTorch; install Python 3.12 from python.org, or the program uv, then try again.</source>
            <translation>El Python encontrado no es compatible con PyTorch; instale Python 3.12 desde python.org, o el programa uv, y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>There is no package {0} for this system and this Python; use Python 3.12, another package index or a more complete folder of wheels.</source>
            <translation>No hay ningún paquete {0} para este sistema y este Python; use Python 3.12, otro índice de paquetes o una carpeta de wheels más completa.</translation>
        </message>
        <message>
            <source>no output</source>
            <translation>sin explicación</translation>
        </message>
        <message>
            <source>The installation failed ({}); see the log.</source>
            <translation>La instalación falló ({}); vea el registro.</translation>
        </message>
        <message>
            <source>This QGIS is made for Intel processors, for which there is no PyTorch; install the QGIS for Apple processors.</source>
            <translation>Este QGIS es para procesadores Intel, para los que no hay PyTorch; instale el QGIS para procesadores Apple.</translation>
        </message>
    </context>
    <context>
        <name>InstallTask</name>
        <message>
            <source>Install Python for CMH-CL</source>
            <translation>Instalar Python para CMH-CL</translation>
        </message>
    </context>
    <context>
        <name>InstallView</name>
        <message>
            <source>Cance&amp;l</source>
            <translation>&amp;Cancelar</translation>
        </message>
        <message>
            <source>&amp;Install</source>
            <translation>&amp;Instalar</translation>
        </message>
        <message>
            <source>Co&amp;ntinue</source>
            <translation>Con&amp;tinuar</translation>
        </message>
        <message>
            <source>&amp;Update</source>
            <translation>Act&amp;ualizar</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Abrir registro</translation>
        </message>
        <message>
            <source>The installation is not complete.</source>
            <translation>La instalación no está completa.</translation>
        </message>
        <message>
            <source>The installed libraries do not match this version of the plugin; update them.</source>
            <translation>Las bibliotecas instaladas no corresponden a esta versión del complemento; actualícelas.</translation>
        </message>
        <message>
            <source>Installed on {} in {}: {}.</source>
            <translation>Instalado el {} en {}: {}.</translation>
        </message>
        <message>
            <source>Footprints are computed outside QGIS, in a separate Python environment. Install creates it in {}: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>Las huellas se calculan fuera de QGIS, en un entorno de Python aparte. Instalar lo crea en {}: unos {:.1f} GB de descarga y {:.1f} GB en disco.</translation>
        </message>
        <message>
            <source>With an NVIDIA GPU it is {:.1f} and {:.1f} GB.</source>
            <translation>Con una GPU NVIDIA son {:.1f} y {:.1f} GB.</translation>
        </message>
    </context>
    <context>
        <name>Installation</name>
        <message>
            <source>QGIS runs as a {}: the Python inside it is used, not the computer’s.</source>
            <translation>QGIS se ejecuta como {}: se usa el Python que contiene, no el del equipo.</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Probando</translation>
        </message>
        <message>
            <source>Looking for Python</source>
            <translation>Buscando Python</translation>
        </message>
        <message>
            <source>Creating the environment</source>
            <translation>Creando el entorno</translation>
        </message>
        <message>
            <source>Updating pip</source>
            <translation>Actualizando pip</translation>
        </message>
        <message>
            <source>Installing PyTorch</source>
            <translation>Instalando PyTorch</translation>
        </message>
        <message>
            <source>PyTorch’s own index cannot be reached; the build {} of the general index is installed instead: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>No se puede acceder al índice propio de PyTorch; en su lugar se instala la compilación {} del índice general: unos {:.1f} GB para descargar y {:.1f} GB en disco.</translation>
        </message>
        <message>
            <source>Installing the other libraries</source>
            <translation>Instalando las demás bibliotecas</translation>
        </message>
        <message>
            <source>Installing OpenVINO</source>
            <translation>Instalando OpenVINO</translation>
        </message>
        <message>
            <source>OpenVINO could not be installed, so extractions take longer on the CPU: {}</source>
            <translation>No se pudo instalar OpenVINO, por lo que las extracciones tardan más en la CPU: {}</translation>
        </message>
        <message>
            <source>{}: some packages are not in the plugin’s lock file, so their hashes are not compared.</source>
            <translation>{}: algunos paquetes no están en el archivo de bloqueo del complemento, por lo que no se comparan sus hashes.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose a folder of wheels to install from, or ask your administrator.</source>
            <translation>La configuración de este equipo no permite el uso de la red; elija una carpeta de wheels desde la que instalar o consulte a su administrador.</translation>
        </message>
        <message>
            <source>The installation needs {:,} MB on the disk of {}, which has {:,} MB free; free up space there, then try again.</source>
            <translation>La instalación necesita {:,} MB en el disco de {}, que tiene {:,} MB libres; libere espacio en él y vuelva a intentarlo.</translation>
        </message>
    </context>
    <context>
        <name>Installer</name>
        <message>
            <source>Another QGIS window is installing; wait until it has finished.</source>
            <translation>Otra ventana de QGIS está instalando; espere a que termine.</translation>
        </message>
        <message>
            <source>Cancelled; what has been downloaded is kept.</source>
            <translation>Cancelado; lo ya descargado se conserva.</translation>
        </message>
        <message>
            <source>{:,} of about {:,} MB</source>
            <translation>{:,} de unos {:,} MB</translation>
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
            <translation>No hay ningún Python de {}.{} a {}.{} con los módulos venv y ensurepip; {} y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>install the program uv into ~/.local/bin</source>
            <translation>instale el programa uv en ~/.local/bin</translation>
        </message>
        <message>
            <source>install the package python3-venv</source>
            <translation>instale el paquete python3-venv</translation>
        </message>
        <message>
            <source>install Python from python.org, or the program uv</source>
            <translation>instale Python desde python.org o el programa uv</translation>
        </message>
    </context>
    <context>
        <name>JobProgress</name>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
    </context>
    <context>
        <name>LabelCheck</name>
        <message>
            <source>Reading the layers</source>
            <translation>Leyendo las capas</translation>
        </message>
    </context>
    <context>
        <name>LabelNext</name>
        <message>
            <source>{:,} blocks where the model is least certain are on the map. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.</source>
            <translation>{:,} bloques en los que el modelo está menos seguro se muestran en el mapa. Etiquete todos los edificios en algunos de ellos, elimine los demás y haga un ajuste fino con ellos como zona etiquetada.</translation>
        </message>
    </context>
    <context>
        <name>LabelsAction</name>
        <message>
            <source>Use as labels for fine-tuning…</source>
            <translation>Usar como etiquetas para el ajuste fino…</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>No polygon is selected; select one in a polygon layer.</source>
            <translation>No hay ningún polígono seleccionado; seleccione uno en una capa de polígonos.</translation>
        </message>
        <message>
            <source>Polygons are selected in {}; make one of these layers active.</source>
            <translation>Hay polígonos seleccionados en {}; active una de estas capas.</translation>
        </message>
        <message>
            <source>“{}” is being edited; save its edits or discard them, then filter it.</source>
            <translation>“{}” se está editando; guarde sus ediciones o descártelas y fíltrela después.</translation>
        </message>
        <message>
            <source>“{}” cannot be filtered; save it as a GeoPackage first.</source>
            <translation>“{}” no se puede filtrar; guárdela antes como GeoPackage.</translation>
        </message>
        <message>
            <source>“{}” has a filter that is not a plain condition; change or remove it, then filter by confidence.</source>
            <translation>“{}” tiene un filtro que no es una condición simple; cámbielo o quítelo y filtre después por confianza.</translation>
        </message>
        <message>
            <source>The footprints cannot be opened; run the extraction again: {}</source>
            <translation>No se pueden abrir las huellas; ejecute la extracción de nuevo: {}</translation>
        </message>
        <message>
            <source>The layer “{}” was edited meanwhile and was not changed; move the slider again.</source>
            <translation>La capa “{}” se editó entretanto y no se cambió; mueva de nuevo el control deslizante.</translation>
        </message>
        <message>
            <source>The footprints of “{}” cannot be replaced ({}); {}</source>
            <translation>No se pueden reemplazar las huellas de “{}” ({}); {}</translation>
        </message>
        <message>
            <source>the file is read-only</source>
            <translation>el archivo es de solo lectura</translation>
        </message>
        <message>
            <source>run the extraction again into another file.</source>
            <translation>ejecute la extracción de nuevo en otro archivo.</translation>
        </message>
        <message>
            <source>Footprint</source>
            <translation>Huella</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confianza</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Área (m²)</translation>
        </message>
        <message>
            <source>Share of optical</source>
            <translation>Proporción óptica</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Right angles</source>
            <translation>Ángulos rectos</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisión</translation>
        </message>
        <message>
            <source>dB</source>
            <translation>dB</translation>
        </message>
        <message>
            <source>amplitude</source>
            <translation>amplitud</translation>
        </message>
        <message>
            <source>power</source>
            <translation>potencia</translation>
        </message>
        <message>
            <source>“{}” is an online layer, not a file; choose it as Optical on the page Extract, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>“{}” es una capa en línea, no un archivo; elíjala como Óptica en la página Extraer, o guárdela como GeoTIFF (clic derecho, Exportar &gt; Guardar como…) y elija ese archivo.</translation>
        </message>
        <message>
            <source>The file of the layer “{}” no longer exists; choose another layer: {}</source>
            <translation>El archivo de la capa “{}” ya no existe; elija otra capa: {}</translation>
        </message>
        <message>
            <source>The layer “{}” is not a raster file on this computer; save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>La capa “{}” no es un archivo ráster de este equipo; guárdela como GeoTIFF (clic derecho, Exportar &gt; Guardar como…) y elija ese archivo.</translation>
        </message>
        <message>
            <source>The layer “{}” is on a server; allow rasters on servers in Settings &gt; Options &gt; CMH-CL, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>La capa “{}” está en un servidor; permita los rásteres en servidores en Configuración &gt; Opciones &gt; CMH-CL, o guárdela como GeoTIFF (clic derecho, Exportar &gt; Guardar como…) y elija ese archivo.</translation>
        </message>
        <message>
            <source>“{}” is an online layer, a picture without SAR values; choose a SAR raster file.</source>
            <translation>“{}” es una capa en línea, una imagen sin valores SAR; elija un archivo ráster SAR.</translation>
        </message>
        <message>
            <source>The SAR layers have different coordinate systems; set the same one for all of them (Layer &gt; Set CRS of Layer(s)…): {}</source>
            <translation>Las capas SAR tienen sistemas de coordenadas distintos; establezca el mismo para todas (Capa &gt; Establecer SRC de la capa(s)…): {}</translation>
        </message>
        <message>
            <source>The layer “{}” has no coordinate system; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>La capa “{}” no tiene sistema de coordenadas; establézcalo (Capa &gt; Establecer SRC de la capa(s)…).</translation>
        </message>
        <message>
            <source>The blocks cannot be opened; try again: {}</source>
            <translation>No se pueden abrir los bloques; vuelva a intentarlo: {}</translation>
        </message>
        <message>
            <source>Label next: {}</source>
            <translation>Etiquetar a continuación: {}</translation>
        </message>
        <message>
            <source>“{}”</source>
            <translation>“{}”</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon; draw the area or choose another.</source>
            <translation>La capa “{}” no tiene ningún polígono; dibuje la zona o elija otra.</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon where the SAR layer “{}” is; choose another layer, or check the coordinate systems of both.</source>
            <translation>La capa “{}” no tiene ningún polígono donde está la capa SAR “{}”; elija otra capa o compruebe los sistemas de coordenadas de ambas.</translation>
        </message>
        <message>
            <source>The polygons of “{}” cannot be written ({}); free up disk space: {}</source>
            <translation>No se pueden escribir los polígonos de “{}” ({}); libere espacio en disco: {}</translation>
        </message>
        <message>
            <source>the file is incomplete</source>
            <translation>el archivo está incompleto</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Probabilidades: {}</translation>
        </message>
        <message>
            <source>The probabilities cannot be opened; run the extraction again: {}</source>
            <translation>No se pueden abrir las probabilidades; vuelva a ejecutar la extracción: {}</translation>
        </message>
        <message>
            <source>Probability of building</source>
            <translation>Probabilidad de edificio</translation>
        </message>
        <message>
            <source>Uncertainty</source>
            <translation>Incertidumbre</translation>
        </message>
        <message>
            <source>The layer “{}” is being edited; save its edits or discard them first.</source>
            <translation>La capa “{}” se está editando; primero guarde o descarte sus ediciones.</translation>
        </message>
        <message>
            <source>The layer “{}” is read-only; allow edits in Project &gt; Properties… &gt; Data Sources.</source>
            <translation>La capa “{}” es de solo lectura; permita las ediciones en Proyecto &gt; Propiedades… &gt; Fuentes de datos.</translation>
        </message>
        <message>
            <source>The layer “{}” is a view or a query and cannot be edited; choose the layer that it reads, or save it as a layer of its own (Export &gt; Save Features As…).</source>
            <translation>La capa «{}» es una vista o una consulta y no se puede editar; elija la capa que lee, o guárdela como una capa propia (Exportar &gt; Guardar objetos como…).</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be read; check that its file is still there: {}</source>
            <translation>La capa “{}” no se puede leer; compruebe que su archivo sigue ahí: {}</translation>
        </message>
        <message>
            <source>Only {:,} of {:,} features of the layer “{}” could be read; check the connection to its server, or save it as a GeoPackage (Export &gt; Save Features As…).</source>
            <translation>Solo se pudieron leer {:,} de {:,} objetos de la capa «{}»; compruebe la conexión con su servidor, o guárdela como GeoPackage (Exportar &gt; Guardar objetos como…).</translation>
        </message>
        <message>
            <source>Footprints {} · {} · {}</source>
            <translation>Huellas {} · {} · {}</translation>
        </message>
        <message>
            <source>The comparison cannot be opened; compare again: {}</source>
            <translation>No se puede abrir la comparación; compare de nuevo: {}</translation>
        </message>
        <message>
            <source>The validation blocks cannot be opened; start the fine-tuning again: {}</source>
            <translation>No se pueden abrir los bloques de validación; inicie de nuevo el ajuste fino: {}</translation>
        </message>
    </context>
    <context>
        <name>MessageArea</name>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
    </context>
    <context>
        <name>ModelChoice</name>
        <message>
            <source>Other folder…</source>
            <translation>Otra carpeta…</translation>
        </message>
        <message>
            <source>Choose a model folder</source>
            <translation>Elegir una carpeta de modelo</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; the default model is chosen instead.</source>
            <translation>El modelo «{}» ya no existe; en su lugar se ha elegido el modelo predeterminado.</translation>
        </message>
    </context>
    <context>
        <name>ModelExport</name>
        <message>
            <source>The folder exists; choose another name: {}</source>
            <translation>La carpeta existe; elija otro nombre: {}</translation>
        </message>
        <message>
            <source>Export of {}</source>
            <translation>Exportación de {}</translation>
        </message>
    </context>
    <context>
        <name>ModelList</name>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>IoU (SAR)</source>
            <translation>IoU (SAR)</translation>
        </message>
        <message>
            <source>IoU (+ optical)</source>
            <translation>IoU (+ óptica)</translation>
        </message>
        <message>
            <source>Measured on</source>
            <translation>Medido en</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Entrenado</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Overlap with the labelled buildings, 0 to 1, in areas that were not used for training</source>
            <translation>Superposición con los edificios etiquetados, de 0 a 1, en zonas que no se usaron para el entrenamiento</translation>
        </message>
        <message>
            <source>From SAR alone: {}</source>
            <translation>Solo con SAR: {}</translation>
        </message>
        <message>
            <source>With an optical layer: {}</source>
            <translation>Con una capa óptica: {}</translation>
        </message>
        <message>
            <source>broken</source>
            <translation>dañado</translation>
        </message>
    </context>
    <context>
        <name>Models</name>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Base model, its threshold chosen here</source>
            <translation>Modelo base, con umbral elegido aquí</translation>
        </message>
        <message>
            <source>This model</source>
            <translation>Este modelo</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarizaciones</translation>
        </message>
        <message>
            <source>SAR values</source>
            <translation>Valores SAR</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Óptica</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Etiquetas</translation>
        </message>
        <message>
            <source>Correction of the labels</source>
            <translation>Corrección de las etiquetas</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Edificios</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Bloques</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Escenas</translation>
        </message>
        <message>
            <source>Validated on</source>
            <translation>Validado en</translation>
        </message>
        <message>
            <source>Training steps</source>
            <translation>Pasos de entrenamiento</translation>
        </message>
        <message>
            <source>Training time</source>
            <translation>Tiempo de entrenamiento</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>Pixel size</source>
            <translation>Tamaño de píxel</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
        <message>
            <source>Computed on</source>
            <translation>Calculado en</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versiones</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Pesos</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>{} for training, {} for validation</source>
            <translation>{} para entrenamiento, {} para validación</translation>
        </message>
        <message>
            <source>from the optical image</source>
            <translation>de la imagen óptica</translation>
        </message>
        <message>
            <source>from the optical image, {} buildings corrected</source>
            <translation>de la imagen óptica, {} edificios corregidos</translation>
        </message>
        <message>
            <source>{}, partly missing or old</source>
            <translation>{}, incompletas o antiguas</translation>
        </message>
        <message>
            <source>moved by {:.1f} m on average, {:.0%} of the area left out</source>
            <translation>desplazadas {:.1f} m de media, {:.0%} de la zona omitido</translation>
        </message>
        <message>
            <source>Record of the training (English)</source>
            <translation>Registro del entrenamiento (en inglés)</translation>
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
            <translation>F1 de edificios</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU de bordes</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Error de calibración</translation>
        </message>
        <message>
            <source>Calibration error before</source>
            <translation>Error de calibración antes</translation>
        </message>
        <message>
            <source>Scale of the logits</source>
            <translation>Escala de los logits</translation>
        </message>
        <message>
            <source>Offset of the logits</source>
            <translation>Desplazamiento de los logits</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>Solo SAR</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Con imagen óptica</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Calibración</translation>
        </message>
        <message>
            <source>Simulated scenes</source>
            <translation>Escenas simuladas</translation>
        </message>
        <message>
            <source>Real scenes, never trained on</source>
            <translation>Escenas reales, nunca usadas para entrenar</translation>
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
            <translation>Archivo zip, para este complemento (*.zip)</translation>
        </message>
        <message>
            <source>Folder with ONNX and STAC, for other programs (*)</source>
            <translation>Carpeta con ONNX y STAC, para otros programas (*)</translation>
        </message>
        <message>
            <source>Folder with STAC alone, for catalogues (*)</source>
            <translation>Carpeta con STAC solo, para catálogos (*)</translation>
        </message>
        <message>
            <source>Export model</source>
            <translation>Exportar modelo</translation>
        </message>
        <message>
            <source>1 block</source>
            <translation>1 bloque</translation>
        </message>
        <message>
            <source>{} blocks</source>
            <translation>{} bloques</translation>
        </message>
        <message>
            <source>1 scene</source>
            <translation>1 escena</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} escenas</translation>
        </message>
        <message>
            <source>Trained on: {}</source>
            <translation>Entrenado en: {}</translation>
        </message>
        <message>
            <source>“{}” is a copy of its base model, because the trained weights were not better on the validation blocks by more than chance. Keep the base model.</source>
            <translation>“{}” es una copia de su modelo base, porque los pesos entrenados no eran mejores en los bloques de validación más allá del azar. Conservar el modelo base.</translation>
        </message>
        <message>
            <source>better</source>
            <translation>mejor</translation>
        </message>
        <message>
            <source>no better</source>
            <translation>no mejor</translation>
        </message>
        <message>
            <source>worse</source>
            <translation>peor</translation>
        </message>
        <message>
            <source>Compared with its base model on the validation blocks, which it was not trained on, “{}” is {} from SAR alone and {} with optical. Use it where it is better.</source>
            <translation>Comparado con su modelo base en los bloques de validación, con los que no se entrenó, “{}” es {} solo con SAR y {} con imagen óptica. Usarlo donde sea mejor.</translation>
        </message>
        <message>
            <source>On the validation blocks, “{}” is no better than its base model with a threshold of {:.2f}, which is the best one there. Keep the base model, and set that threshold.</source>
            <translation>En los bloques de validación, “{}” no es mejor que su modelo base con un umbral de {:.2f}, que es el mejor allí. Conservar el modelo base y fijar ese umbral.</translation>
        </message>
        <message>
            <source>The best threshold there is {:.2f}.</source>
            <translation>El mejor umbral allí es {:.2f}.</translation>
        </message>
        <message>
            <source>IoU: intersection over union of the pixels of buildings, 0 to 1; higher is better</source>
            <translation>IoU: intersección entre unión de los píxeles de edificios, de 0 a 1; más alto es mejor</translation>
        </message>
        <message>
            <source>F1: harmonic mean of precision and recall of these pixels, 0 to 1</source>
            <translation>F1: media armónica de la precisión y la exhaustividad de estos píxeles, de 0 a 1</translation>
        </message>
        <message>
            <source>Object F1: the same of whole buildings that match a label</source>
            <translation>F1 de objetos: lo mismo con edificios enteros que coinciden con una etiqueta</translation>
        </message>
        <message>
            <source>Calibration error: mean difference between a probability and the share of buildings where it is predicted; lower is better</source>
            <translation>Error de calibración: diferencia media entre una probabilidad y la proporción de edificios donde se predice; más bajo es mejor</translation>
        </message>
        <message>
            <source>“{}” is better than its base model on the validation blocks, which it was not trained on.</source>
            <translation>“{}” es mejor que su modelo base en los bloques de validación, con los que no se entrenó.</translation>
        </message>
        <message>
            <source>“{}” is no better than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>“{}” no es mejor que su modelo base en los bloques de validación, con los que no se entrenó. Conservar el modelo base.</translation>
        </message>
        <message>
            <source>“{}” is worse than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>“{}” es peor que su modelo base en los bloques de validación, con los que no se entrenó. Conservar el modelo base.</translation>
        </message>
        <message>
            <source>“{}” could not be validated: the labelled area is too small for validation blocks. Judge it on the map before you rely on it.</source>
            <translation>“{}” no se pudo validar: la zona etiquetada es demasiado pequeña para bloques de validación. Juzgarlo en el mapa antes de fiarse de él.</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>Create your own models on the page Fine-tune, or drop the zip file of a model here.</source>
            <translation>Cree sus propios modelos en la página Ajuste fino, o suelte aquí el archivo zip de un modelo.</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;Usar</translation>
        </message>
        <message>
            <source>Extract with this model</source>
            <translation>Extraer con este modelo</translation>
        </message>
        <message>
            <source>Re&amp;port</source>
            <translation>Info&amp;rme</translation>
        </message>
        <message>
            <source>Open the report of its training in the browser</source>
            <translation>Abrir el informe de su entrenamiento en el navegador</translation>
        </message>
        <message>
            <source>Show on &amp;map</source>
            <translation>Mostrar en el &amp;mapa</translation>
        </message>
        <message>
            <source>The area that it was trained on</source>
            <translation>La zona en la que se entrenó</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Cambiar &amp;nombre…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Eliminar…</translation>
        </message>
        <message>
            <source>Save the model as a zip file, or as ONNX files and STAC items</source>
            <translation>Guardar el modelo como archivo zip, o como archivos ONNX y elementos STAC</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importar…</translation>
        </message>
        <message>
            <source>Add a model from a zip file, or drop the file here</source>
            <translation>Añadir un modelo desde un archivo zip, o soltar el archivo aquí</translation>
        </message>
        <message>
            <source>The training area of “{}” cannot be transformed to the map’s coordinate system; choose another one for the map.</source>
            <translation>La zona de entrenamiento de “{}” no se puede transformar al sistema de coordenadas del mapa; elija otro para el mapa.</translation>
        </message>
        <message>
            <source>Rename model</source>
            <translation>Cambiar nombre del modelo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Delete “{}” from disk? This cannot be undone.</source>
            <translation>¿Eliminar “{}” del disco? Esto no se puede deshacer.</translation>
        </message>
        <message>
            <source>Delete model</source>
            <translation>Eliminar modelo</translation>
        </message>
        <message>
            <source>Can&amp;cel</source>
            <translation>&amp;Cancelar</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>E&amp;xportar…</translation>
        </message>
        <message>
            <source>The model was saved: {}</source>
            <translation>El modelo se ha guardado: {}</translation>
        </message>
        <message>
            <source>Import model</source>
            <translation>Importar modelo</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Archivos zip (*.zip)</translation>
        </message>
        <message>
            <source>Imported “{}”.</source>
            <translation>“{}” importado.</translation>
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>Show &amp;probabilities</source>
            <translation>Mostrar &amp;probabilidades</translation>
        </message>
        <message>
            <source>Export for &amp;OpenStreetMap…</source>
            <translation>Exportar para &amp;OpenStreetMap…</translation>
        </message>
        <message>
            <source>Processing is not enabled; enable it in QGIS’s plugins and try again.</source>
            <translation>Procesos no está activado; actívelo en los complementos de QGIS e inténtelo de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>Online</name>
        <message>
            <source>Fetch the picture of “{}” for this place: {:,} × {:,} pixels, roughly {:,.0f} MB?

Check the provider’s terms first: many forbid fetching large areas, or deriving maps from their pictures. You are asked once for this layer.</source>
            <translation>¿Obtener la imagen de “{}” para este lugar: {:,} × {:,} píxeles, aproximadamente {:,.0f} MB?

Compruebe antes las condiciones del proveedor: muchos prohíben obtener zonas extensas o derivar mapas de sus imágenes. Solo se le pregunta una vez para esta capa.</translation>
        </message>
        <message>
            <source>Fetch the online layer?</source>
            <translation>¿Obtener la capa en línea?</translation>
        </message>
        <message>
            <source>The SAR layer “{}” has no coordinate system, so an online layer cannot be fetched for it; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>La capa SAR “{}” no tiene sistema de coordenadas, por lo que no se puede obtener una capa en línea para ella; establézcalo (Capa &gt; Establecer SRC de la capa(s)…).</translation>
        </message>
        <message>
            <source>The area is outside the SAR layer “{}”; choose another area.</source>
            <translation>La zona está fuera de la capa SAR “{}”; elija otra zona.</translation>
        </message>
        <message>
            <source>The area cannot be transformed to the SAR layer’s coordinate system; choose another.</source>
            <translation>La zona no se puede transformar al sistema de coordenadas de la capa SAR; elija otra.</translation>
        </message>
        <message>
            <source>The picture of the online layer would have {:,} million pixels, more than {:,}; choose a smaller extent.</source>
            <translation>La imagen de la capa en línea tendría {:,} millones de píxeles, más de {:,}; elija una extensión menor.</translation>
        </message>
        <message>
            <source>The picture of the online layer cannot be written; free up disk space: {}</source>
            <translation>No se puede escribir la imagen de la capa en línea; libere espacio en disco: {}</translation>
        </message>
        <message>
            <source>The picture of “{}” has not been fetched for this place yet; start the run once.</source>
            <translation>La imagen de “{}” aún no se ha obtenido para este lugar; inicie la ejecución una vez.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose an optical layer that is a file.</source>
            <translation>La configuración de este equipo no permite el uso de la red; elija una capa óptica que sea un archivo.</translation>
        </message>
        <message>
            <source>The online layer is no longer in the project; add it again: {}</source>
            <translation>La capa en línea ya no está en el proyecto; añádala de nuevo: {}</translation>
        </message>
    </context>
    <context>
        <name>OpticalCombo</name>
        <message>
            <source>None</source>
            <translation>Ninguna</translation>
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
            <translation>Otro intérprete con las mismas bibliotecas; vacío: se detecta</translation>
        </message>
        <message>
            <source>Chec&amp;k</source>
            <translation>Comp&amp;robar</translation>
        </message>
        <message>
            <source>Libraries, device and speed</source>
            <translation>Bibliotecas, dispositivo y velocidad</translation>
        </message>
        <message>
            <source>Cop&amp;y report</source>
            <translation>Copiar i&amp;nforme</translation>
        </message>
        <message>
            <source>For a bug report; it contains no personal paths</source>
            <translation>Para un informe de error; no contiene rutas personales</translation>
        </message>
        <message>
            <source>&amp;Allow rasters on servers, and files that refer to others</source>
            <translation>Permitir rá&amp;steres en servidores y archivos que remiten a otros</translation>
        </message>
        <message>
            <source>Rasters on a server, virtual rasters whose sources are in other folders, web maps saved as files, and the like; only for those that you trust</source>
            <translation>Rásteres en un servidor, rásteres virtuales cuyas fuentes están en otras carpetas, mapas web guardados como archivos y similares; solo para aquellos en los que confíe</translation>
        </message>
        <message>
            <source>Python in use</source>
            <translation>Python en uso</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>Comprobando {}…</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>ninguno aún</translation>
        </message>
    </context>
    <context>
        <name>OutputFile</name>
        <message>
            <source>Temporary file</source>
            <translation>Archivo temporal</translation>
        </message>
    </context>
    <context>
        <name>OutputPaths</name>
        <message>
            <source>QGIS cannot open {} files here; choose one of {}: {}</source>
            <translation>QGIS no puede abrir aquí archivos {}; elija uno de {}: {}</translation>
        </message>
        <message>
            <source>The folder does not exist; choose another: {}</source>
            <translation>La carpeta no existe; elija otra: {}</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); choose another: {}</source>
            <translation>No se puede escribir en la carpeta ({}); elija otra: {}</translation>
        </message>
        <message>
            <source>QGIS cannot open a GeoPackage with “{}” in its path; choose another name or folder, or another format: {}</source>
            <translation>QGIS no puede abrir un GeoPackage con “{}” en su ruta; elija otro nombre u otra carpeta, u otro formato: {}</translation>
        </message>
        <message>
            <source>The file is open in this project; choose another file or remove its layer: {}</source>
            <translation>El archivo está abierto en este proyecto; elija otro archivo o quite su capa: {}</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Extract</source>
            <translation>Extraer</translation>
        </message>
        <message>
            <source>Fine-tune</source>
            <translation>Ajuste fino</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>CMH-CL Footprints</source>
            <translation>Huellas CMH-CL</translation>
        </message>
    </context>
    <context>
        <name>PictureFetch</name>
        <message>
            <source>Another optical layer was chosen meanwhile; start again.</source>
            <translation>Entretanto se eligió otra capa óptica; inicie de nuevo.</translation>
        </message>
        <message>
            <source>The picture was not fetched: another project was opened.</source>
            <translation>No se obtuvo la imagen: se abrió otro proyecto.</translation>
        </message>
    </context>
    <context>
        <name>Plugin</name>
        <message>
            <source>Extract building footprints…</source>
            <translation>Extraer huellas de edificios…</translation>
        </message>
        <message>
            <source>Review footprints…</source>
            <translation>Revisar huellas…</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guía</translation>
        </message>
        <message>
            <source>An earlier version of CMH-CL Footprints is still installed in the folder “{}”; uninstall it in Plugins &gt; Manage and Install Plugins…, then restart QGIS.</source>
            <translation>Una versión anterior de CMH-CL Footprints sigue instalada en la carpeta “{}”; desinstálela en Complementos &gt; Administrar e instalar complementos… y reinicie QGIS.</translation>
        </message>
        <message>
            <source>Exit QGIS?</source>
            <translation>¿Salir de QGIS?</translation>
        </message>
        <message>
            <source>A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at the next start.</source>
            <translation>Se está haciendo el ajuste fino de un modelo. ¿Salir de QGIS? El ajuste fino se puede reanudar en el próximo inicio.</translation>
        </message>
    </context>
    <context>
        <name>PreparingView</name>
        <message>
            <source>Sta&amp;rt</source>
            <translation>Inicia&amp;r</translation>
        </message>
    </context>
    <context>
        <name>Processing</name>
        <message>
            <source>Footprints</source>
            <translation>Huellas</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Entorno</translation>
        </message>
        <message>
            <source>The output is also an input; choose another file: {}</source>
            <translation>La salida es también una entrada; elija otro archivo: {}</translation>
        </message>
        <message>
            <source>An earlier row of this batch has written the output; choose another for each row: {}</source>
            <translation>Una fila anterior de este lote escribió la salida; elija otra para cada fila: {}</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarizaciones</translation>
        </message>
        <message>
            <source>Polarisations are names among {}, not “{}”.</source>
            <translation>Las polarizaciones son nombres de entre {}, no “{}”.</translation>
        </message>
        <message>
            <source>Check environment</source>
            <translation>Comprobar entorno</translation>
        </message>
        <message>
            <source>Tests the Python that the plugin uses. Reports the device and why it was chosen, the speed and the libraries, or what is missing. The report contains no personal paths.</source>
            <translation>Prueba el Python que usa el complemento. Informa del dispositivo y de por qué se eligió, de la velocidad y de las bibliotecas, o de lo que falta. El informe no contiene rutas personales.</translation>
        </message>
        <message>
            <source>Engine and device</source>
            <translation>Motor y dispositivo</translation>
        </message>
        <message>
            <source>Why this device</source>
            <translation>Por qué este dispositivo</translation>
        </message>
        <message>
            <source>Seconds for a tile of 512 px</source>
            <translation>Segundos por tesela de 512 px</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Informe</translation>
        </message>
        <message>
            <source>Compare footprints</source>
            <translation>Comparar huellas</translation>
        </message>
        <message>
            <source>The differences between two layers of building polygons, such as footprints and a reference, or a newer and an older map: which buildings are matched, changed, new or missing, with precision, recall, F1 and mean IoU.

Polygons match one to one, best IoU first. Where no area and no probabilities are given, everything is compared, so a layer that covers more than the other has new or missing buildings there.</source>
            <translation>Las diferencias entre dos capas de polígonos de edificios, como huellas y una referencia, o un mapa más nuevo y uno más antiguo: qué edificios son coincidentes, modificados, nuevos o ausentes, con precisión, exhaustividad, F1 e IoU medio.

Los polígonos se emparejan uno a uno, primero el mejor IoU. Si no se indican ni zona ni probabilidades, se compara todo, de modo que una capa que cubre más que la otra tiene allí edificios nuevos o ausentes.</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Capa</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map.</source>
            <translation>La capa que se va a comprobar o el mapa más nuevo.</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referencia</translation>
        </message>
        <message>
            <source>The known buildings, or the older map.</source>
            <translation>Los edificios conocidos o el mapa más antiguo.</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zona</translation>
        </message>
        <message>
            <source>Polygons that both layers cover; empty: everything is compared.</source>
            <translation>Polígonos que cubren ambas capas; vacío: se compara todo.</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>Probabilidades</translation>
        </message>
        <message>
            <source>The probabilities that the extraction of the layer wrote: they give the confidence, also of missing buildings, and limit the comparison to what was extracted.</source>
            <translation>Las probabilidades que escribió la extracción de la capa: dan la confianza, también la de los edificios ausentes, y limitan la comparación a lo que se extrajo.</translation>
        </message>
        <message>
            <source>Same from an IoU of</source>
            <translation>Mismo edificio desde un IoU de</translation>
        </message>
        <message>
            <source>Intersection over union from which two polygons are the same building.</source>
            <translation>Intersección sobre unión a partir de la cual dos polígonos son el mismo edificio.</translation>
        </message>
        <message>
            <source>Changed below an IoU of</source>
            <translation>Modificado por debajo de un IoU de</translation>
        </message>
        <message>
            <source>Intersection over union below which the same building has changed.</source>
            <translation>Intersección sobre unión por debajo de la cual el mismo edificio se considera modificado.</translation>
        </message>
        <message>
            <source>Changed if moved by more than (m)</source>
            <translation>Modificado si se desplazó más de (m)</translation>
        </message>
        <message>
            <source>Distance of the centroids beyond which the same building has changed.</source>
            <translation>Distancia entre los centroides a partir de la cual el mismo edificio se considera modificado.</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Comparación</translation>
        </message>
        <message>
            <source>File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension.</source>
            <translation>GeoPackage, FlatGeobuf o GeoJSON que se escribirá, según su extensión.</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others or none.</source>
            <translation>No se pueden abrir las probabilidades {}; elija otras o ninguna.</translation>
        </message>
        <message>
            <source>Choose a polygon layer and a reference.</source>
            <translation>Elija una capa de polígonos y una referencia.</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precisión</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Exhaustividad</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Mean IoU</source>
            <translation>IoU medio</translation>
        </message>
        <message>
            <source>Median shift (m)</source>
            <translation>Desplazamiento mediano (m)</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>Coincidentes</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modificados</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevos</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Ausentes</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Fusionados</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Divididos</translation>
        </message>
        <message>
            <source>Evaluate against reference</source>
            <translation>Evaluar con una referencia</translation>
        </message>
        <message>
            <source>Compares the predictions of a model, or finished footprints of any source, with known buildings: IoU, F1, precision and recall of pixels, IoU of boundaries, F1 of whole buildings (matched at an IoU of at least 0.5), and the calibration error of the probabilities (0: a probability of 80 % is right 8 times in 10). Of finished footprints, IoU, F1, precision and recall are those of areas instead of pixels; there are no figures of boundaries and probabilities.

Pixels without a label are background: limit the area to where all buildings are labelled.</source>
            <translation>Compara las predicciones de un modelo, o huellas terminadas de cualquier origen, con edificios conocidos: IoU, F1, precisión y exhaustividad de píxeles, IoU de bordes, F1 de edificios enteros (emparejados con un IoU de al menos 0.5) y el error de calibración de las probabilidades (0: una probabilidad del 80 % acierta 8 de cada 10 veces). De las huellas terminadas, IoU, F1, precisión y exhaustividad son las de áreas en lugar de píxeles; no hay cifras de bordes ni de probabilidades.

Los píxeles sin etiqueta son fondo: limite la zona a donde todos los edificios estén etiquetados.</translation>
        </message>
        <message>
            <source>Finished footprints</source>
            <translation>Huellas terminadas</translation>
        </message>
        <message>
            <source>A layer to evaluate instead of a model; SAR is then not needed.</source>
            <translation>Una capa que se evalúa en lugar de un modelo; en ese caso no se necesita SAR.</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Etiquetas</translation>
        </message>
        <message>
            <source>Polygons of the true buildings.</source>
            <translation>Polígonos de los edificios verdaderos.</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the whole scene.</source>
            <translation>Donde todos los edificios están etiquetados; vacío: toda la escena.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Carpeta del modelo</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Cifras</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Archivos JSON (*.json)</translation>
        </message>
        <message>
            <source>JSON file to write the figures into.</source>
            <translation>Archivo JSON en el que escribir las cifras.</translation>
        </message>
        <message>
            <source>Choose either SAR, to evaluate a model, or finished footprints.</source>
            <translation>Elija SAR, para evaluar un modelo, o huellas terminadas.</translation>
        </message>
        <message>
            <source>There are no labels; choose a layer of building polygons.</source>
            <translation>No hay etiquetas; elija una capa de polígonos de edificios.</translation>
        </message>
        <message>
            <source>The figures cannot be written ({}); choose another file: {}</source>
            <translation>No se pueden escribir las cifras ({}); elija otro archivo: {}</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU de bordes</translation>
        </message>
        <message>
            <source>Object F1</source>
            <translation>F1 de edificios</translation>
        </message>
        <message>
            <source>Precision of buildings</source>
            <translation>Precisión de edificios</translation>
        </message>
        <message>
            <source>Recall of buildings</source>
            <translation>Exhaustividad de edificios</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Error de calibración</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
        <message>
            <source>Extract building footprints</source>
            <translation>Extraer huellas de edificios</translation>
        </message>
        <message>
            <source>Building footprints from SAR, and from an optical raster where it has valid pixels, as polygons with confidence, area and share of optical.

The rasters may be of any pixel size and coordinate system; scale and polarisations of SAR are detected. The default model was trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Huellas de edificios a partir de SAR, y de un ráster óptico donde tenga píxeles válidos, como polígonos con confianza, área y proporción de imagen óptica.

Los rásteres pueden tener cualquier tamaño de píxel y sistema de coordenadas; la escala y las polarizaciones de SAR se detectan. El modelo predeterminado se entrenó con escenas simuladas: ajústelo a su propia zona antes de confiar en él.</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <source>The part of the scene to process; empty: the whole scene.</source>
            <translation>La parte de la escena que se procesa; vacío: toda la escena.</translation>
        </message>
        <message>
            <source>Polygons to process, instead of an extent.</source>
            <translation>Polígonos que se procesan, en lugar de una extensión.</translation>
        </message>
        <message>
            <source>Smallest area (m²)</source>
            <translation>Área mínima (m²)</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted.</source>
            <translation>Las huellas más pequeñas se omiten.</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>Planificador</translation>
        </message>
        <message>
            <source>Address of a Dask cluster that computes the scene in parts, or local:N for N processes of this computer; empty: one process.</source>
            <translation>Dirección de un clúster de Dask que calcula la escena por partes, o local:N para N procesos de este equipo; vacío: un solo proceso.</translation>
        </message>
        <message>
            <source>GeoTIFF to write the probabilities to: with it, the slider on the page Extract changes the threshold of the result.</source>
            <translation>GeoTIFF en el que escribir las probabilidades: con él, el control deslizante de la página Extraer cambia el umbral del resultado.</translation>
        </message>
        <message>
            <source>Number of footprints</source>
            <translation>Número de huellas</translation>
        </message>
        <message>
            <source>Choose an extent or area polygons, not both.</source>
            <translation>Elija una extensión o polígonos de zona, no ambas cosas.</translation>
        </message>
        <message>
            <source>Fine-tune a model</source>
            <translation>Ajustar un modelo</translation>
        </message>
        <message>
            <source>Trains a model further on a labelled part of your own scene. Some blocks of the area are held out from the training and used to compare the new model with its base model; the report shows both.

Inside the area, pixels without a label are background. With an optical raster all three branches are trained, without one only those for SAR alone.

With an optical raster no labels are needed: those from optical are what the base model predicts with it where it is sure. The new model is then judged by these predictions too, not by the truth.</source>
            <translation>Sigue entrenando un modelo con una parte etiquetada de su propia escena. Algunos bloques de la zona se excluyen del entrenamiento y sirven para comparar el nuevo modelo con su modelo base; el informe muestra ambos.

Dentro de la zona, los píxeles sin etiqueta son fondo. Con un ráster óptico se entrenan las tres ramas; sin él, solo las de SAR solo.

Con un ráster óptico no se necesitan etiquetas: las de la imagen óptica son lo que el modelo base predice con ella donde está seguro. En ese caso, el nuevo modelo también se evalúa con estas predicciones, no con la realidad.</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Folder of the base model</source>
            <translation>Carpeta del modelo base</translation>
        </message>
        <message>
            <source>Name of the new model</source>
            <translation>Nombre del nuevo modelo</translation>
        </message>
        <message>
            <source>Empty: the name of the SAR layer.</source>
            <translation>Vacío: el nombre de la capa SAR.</translation>
        </message>
        <message>
            <source>Effort</source>
            <translation>Esfuerzo</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Rápido</translation>
        </message>
        <message>
            <source>Thorough</source>
            <translation>Minucioso</translation>
        </message>
        <message>
            <source>quick: minutes; thorough: about four times as long, for larger areas.</source>
            <translation>quick: minutos; thorough: unas cuatro veces más, para zonas más grandes.</translation>
        </message>
        <message>
            <source>Folder of models</source>
            <translation>Carpeta de modelos</translation>
        </message>
        <message>
            <source>The new model becomes a folder in it; empty: the library that the page Models shows.</source>
            <translation>El nuevo modelo será una carpeta dentro de ella; vacío: la biblioteca que muestra la página Modelos.</translation>
        </message>
        <message>
            <source>Where the labels come from</source>
            <translation>De dónde proceden las etiquetas</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>De una capa de polígonos</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>De la imagen óptica</translation>
        </message>
        <message>
            <source>polygons: the layer of labels; optical: what the base model predicts with the optical raster.</source>
            <translation>polygons: la capa de etiquetas; optical: lo que el modelo base predice con el ráster óptico.</translation>
        </message>
        <message>
            <source>Polygons of buildings; 20 or more of them. Not used with labels from optical.</source>
            <translation>Polígonos de edificios; 20 o más. No se usan con etiquetas de la imagen óptica.</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>Correcciones</translation>
        </message>
        <message>
            <source>Polygons of buildings, drawn or clicked, in place of labels from optical; used with these only.</source>
            <translation>Polígonos de edificios, dibujados o de clics, en lugar de las etiquetas de la imagen óptica; solo se usan con estas.</translation>
        </message>
        <message>
            <source>Quality of the labels</source>
            <translation>Calidad de las etiquetas</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Completas</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Faltan algunas o son antiguas</translation>
        </message>
        <message>
            <source>complete: every building of the area has its outline in the right place; partial: outlines are partly missing, shifted or old, and are corrected by what the base model predicts. Not used with labels from optical.</source>
            <translation>complete: cada edificio de la zona tiene su contorno en el lugar correcto; partial: en parte los contornos faltan, están desplazados o son antiguos, y se corrigen con lo que predice el modelo base. No se usa con etiquetas de la imagen óptica.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Zona etiquetada</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the hull of the labels, or the whole scene for labels from optical.</source>
            <translation>Donde todos los edificios están etiquetados; vacío: la envolvente de las etiquetas o, con etiquetas de la imagen óptica, toda la escena.</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Nuevo modelo</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Veredicto</translation>
        </message>
        <message>
            <source>IoU of the base model, SAR alone</source>
            <translation>IoU del modelo base, SAR solo</translation>
        </message>
        <message>
            <source>IoU of the new model, SAR alone</source>
            <translation>IoU del nuevo modelo, SAR solo</translation>
        </message>
        <message>
            <source>IoU of the base model, with optical</source>
            <translation>IoU del modelo base, con imagen óptica</translation>
        </message>
        <message>
            <source>IoU of the new model, with optical</source>
            <translation>IoU del nuevo modelo, con imagen óptica</translation>
        </message>
        <message>
            <source>There is no optical raster to take labels from; choose one.</source>
            <translation>No hay ningún ráster óptico del que tomar etiquetas; elija uno.</translation>
        </message>
        <message>
            <source>Where to label next</source>
            <translation>Dónde etiquetar a continuación</translation>
        </message>
        <message>
            <source>The square blocks of a scene where the model is least certain, from the probabilities that an extraction wrote. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.

The uncertainty is the mean entropy of the probabilities, from 0 to 1. Blocks of which less than half has data are left out.</source>
            <translation>Los bloques cuadrados de una escena donde el modelo está menos seguro, según las probabilidades que escribió una extracción. Etiquete todos los edificios en algunos de ellos, elimine los demás y haga el ajuste fino con ellos como zona etiquetada.

La incertidumbre es la entropía media de las probabilidades, de 0 a 1. Se omiten los bloques con datos en menos de la mitad.</translation>
        </message>
        <message>
            <source>The probabilities that an extraction wrote.</source>
            <translation>Las probabilidades que escribió una extracción.</translation>
        </message>
        <message>
            <source>Number of blocks</source>
            <translation>Número de bloques</translation>
        </message>
        <message>
            <source>At most; a small scene may have fewer.</source>
            <translation>Como máximo; una escena pequeña puede tener menos.</translation>
        </message>
        <message>
            <source>Side of a block (m)</source>
            <translation>Lado de un bloque (m)</translation>
        </message>
        <message>
            <source>In metres on the ground.</source>
            <translation>En metros sobre el terreno.</translation>
        </message>
        <message>
            <source>Label next</source>
            <translation>Etiquetar a continuación</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others.</source>
            <translation>No se pueden abrir las probabilidades {}; elija otras.</translation>
        </message>
        <message>
            <source>Export buildings for OpenStreetMap</source>
            <translation>Exportar edificios para OpenStreetMap</translation>
        </message>
        <message>
            <source>Building polygons for the editors of OpenStreetMap, with the tags building=yes and source: an .osm file for JOSM, in which neighbours share the nodes of their common wall, or GeoJSON for Rapid. Walls are straight, and nothing overlaps.

This uploads nothing. Check every building against imagery that OpenStreetMap may use, and follow its import guidelines before you upload more than a few.</source>
            <translation>Polígonos de edificios para los editores de OpenStreetMap, con las etiquetas building=yes y source: un archivo .osm para JOSM, en el que los vecinos comparten los nodos de su pared común, o GeoJSON para Rapid. Las paredes son rectas y nada se superpone.

No se sube nada. Compruebe cada edificio con imágenes que OpenStreetMap pueda usar y siga sus directrices de importación antes de subir más que unos pocos.</translation>
        </message>
        <message>
            <source>Building polygons</source>
            <translation>Polígonos de edificios</translation>
        </message>
        <message>
            <source>Footprints, after a review, or polygons of any source.</source>
            <translation>Huellas, tras una revisión, o polígonos de cualquier origen.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Fuente</translation>
        </message>
        <message>
            <source>The tag source of each building: which imagery it is from.</source>
            <translation>La etiqueta source de cada edificio: de qué imágenes procede.</translation>
        </message>
        <message>
            <source>Only accepted footprints</source>
            <translation>Solo huellas aceptadas</translation>
        </message>
        <message>
            <source>Only those that a review accepted.</source>
            <translation>Solo las que aceptó una revisión.</translation>
        </message>
        <message>
            <source>Straighten walls</source>
            <translation>Enderezar paredes</translation>
        </message>
        <message>
            <source>Footprints of an extraction have straight walls already and stay.</source>
            <translation>Las huellas de una extracción ya tienen paredes rectas y se conservan.</translation>
        </message>
        <message>
            <source>OpenStreetMap data</source>
            <translation>Datos de OpenStreetMap</translation>
        </message>
        <message>
            <source>JOSM (*.osm);;GeoJSON (*.geojson)</source>
            <translation>JOSM (*.osm);;GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>File to write: .osm for JOSM, .geojson for Rapid.</source>
            <translation>Archivo que se escribirá: .osm para JOSM, .geojson para Rapid.</translation>
        </message>
        <message>
            <source>Number of buildings</source>
            <translation>Número de edificios</translation>
        </message>
        <message>
            <source>Number left out</source>
            <translation>Número de omitidos</translation>
        </message>
        <message>
            <source>The layer {} cannot be opened; choose a polygon layer.</source>
            <translation>No se puede abrir la capa {}; elija una capa de polígonos.</translation>
        </message>
        <message>
            <source>Regularise building footprints</source>
            <translation>Regularizar huellas de edificios</translation>
        </message>
        <message>
            <source>Straight walls, and right angles where a building has them, for building polygons of any source: digitised by hand, from another model, or along the edges of pixels.

Attributes are kept. Invalid polygons are repaired, every part of a multipolygon counts as one polygon, neighbours keep their common walls, and courtyards are kept unless they are tiny. A large polygon without two main directions is only simplified. Angles are right on the ground, also if the coordinates are in degrees.</source>
            <translation>Paredes rectas, y ángulos rectos donde un edificio los tiene, para polígonos de edificios de cualquier origen: digitalizados a mano, de otro modelo o a lo largo de los bordes de los píxeles.

Los atributos se conservan. Los polígonos no válidos se reparan, cada parte de un multipolígono cuenta como un polígono, los vecinos conservan sus paredes comunes y los patios se conservan salvo que sean diminutos. Un polígono grande sin dos direcciones principales solo se simplifica. Los ángulos son correctos sobre el terreno, aunque las coordenadas estén en grados.</translation>
        </message>
        <message>
            <source>One polygon per building.</source>
            <translation>Un polígono por edificio.</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Tolerancia (m)</translation>
        </message>
        <message>
            <source>Distance on the ground by which a straight wall may deviate from the outline; walls shorter than twice that are merged into their neighbours.</source>
            <translation>Distancia sobre el terreno que una pared recta puede desviarse del contorno; las paredes más cortas que el doble se unen a sus vecinas.</translation>
        </message>
        <message>
            <source>Regularised</source>
            <translation>Regularizadas</translation>
        </message>
        <message>
            <source>The layer to write.</source>
            <translation>La capa que se escribe.</translation>
        </message>
        <message>
            <source>Number of polygons</source>
            <translation>Número de polígonos</translation>
        </message>
        <message>
            <source>The polygons cannot be written ({}); free up disk space: {}</source>
            <translation>No se pueden escribir los polígonos ({}); libere espacio en el disco: {}</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>One raster, or one raster for each polarisation (at most four).</source>
            <translation>Un ráster, o un ráster por polarización (cuatro como máximo).</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Óptica</translation>
        </message>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere.</source>
            <translation>Se usa donde tiene píxeles válidos; en el resto, SAR solo.</translation>
        </message>
        <message>
            <source>A model of the library, which the page Models shows.</source>
            <translation>Un modelo de la biblioteca, que muestra la página Modelos.</translation>
        </message>
        <message>
            <source>The folder of another model, instead of one of the library.</source>
            <translation>La carpeta de otro modelo, en lugar de uno de la biblioteca.</translation>
        </message>
        <message>
            <source>There is no such model in the library; choose another: {}</source>
            <translation>No existe ese modelo en la biblioteca; elija otro: {}</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel; empty: the model’s own.</source>
            <translation>Probabilidad mínima de un píxel de edificio; vacío: la propia del modelo.</translation>
        </message>
        <message>
            <source>Careful</source>
            <translation>Cuidadoso</translation>
        </message>
        <message>
            <source>Averages the predictions for rotated and mirrored views of the scene (test-time augmentation): about 8 times slower.</source>
            <translation>Promedia las predicciones de vistas giradas y reflejadas de la escena (test-time augmentation): unas 8 veces más lento.</translation>
        </message>
        <message>
            <source>Of the SAR bands, in the order of files and bands, as in VV,VH; empty: detected.</source>
            <translation>De las bandas SAR, en el orden de los archivos y las bandas, como VV,VH; vacío: se detectan.</translation>
        </message>
        <message>
            <source>SAR values</source>
            <translation>Valores SAR</translation>
        </message>
        <message>
            <source>Detected</source>
            <translation>Detectado</translation>
        </message>
        <message>
            <source>The scale of the SAR values; auto: detected.</source>
            <translation>La escala de los valores SAR; auto: se detecta.</translation>
        </message>
        <message>
            <source>Fastest available</source>
            <translation>El más rápido disponible</translation>
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
            <translation>CPU, 8 bits (más rápido, menos exacto)</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available; cpu-int8: 8-bit inference, faster for large scenes on many processors, changes up to 1 % of the pixels.</source>
            <translation>Dispositivo para el cálculo; auto: el más rápido disponible; cpu-int8: inferencia de 8 bits, más rápida con escenas grandes en muchos procesadores, cambia hasta el 1 % de los píxeles.</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available.</source>
            <translation>Dispositivo para el cálculo; auto: el más rápido disponible.</translation>
        </message>
        <message>
            <source>No SAR raster can be opened; choose another one.</source>
            <translation>No se puede abrir ningún ráster SAR; elija otro.</translation>
        </message>
        <message>
            <source>The optical layer {} cannot be opened; choose another or none.</source>
            <translation>No se puede abrir la capa óptica {}; elija otra o ninguna.</translation>
        </message>
        <message>
            <source>The threshold is not a number; write it like 0.5: {}</source>
            <translation>El umbral no es un número; escríbalo como 0.5: {}</translation>
        </message>
        <message>
            <source>Simulate scene</source>
            <translation>Simular escena</translation>
        </message>
        <message>
            <source>A simulated scene: SAR, optical and buildings as sar.tif, optical.tif and buildings.geojson in one folder. The city is generated, or taken from a city model. For trials without data of your own.</source>
            <translation>Una escena simulada: SAR, imagen óptica y edificios como sar.tif, optical.tif y buildings.geojson en una carpeta. La ciudad se genera o se toma de un modelo de ciudad. Para hacer pruebas sin datos propios.</translation>
        </message>
        <message>
            <source>Size (pixels)</source>
            <translation>Tamaño (píxeles)</translation>
        </message>
        <message>
            <source>Width and height of the scene.</source>
            <translation>Anchura y altura de la escena.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semilla</translation>
        </message>
        <message>
            <source>The same seed gives the same scene.</source>
            <translation>La misma semilla produce la misma escena.</translation>
        </message>
        <message>
            <source>Kind of city</source>
            <translation>Tipo de ciudad</translation>
        </message>
        <message>
            <source>Such as village, industrial or harbour; empty: a mixture.</source>
            <translation>Por ejemplo, village, industrial o harbour; vacío: una mezcla.</translation>
        </message>
        <message>
            <source>City model</source>
            <translation>Modelo de ciudad</translation>
        </message>
        <message>
            <source>City models (*.json *.jsonl *.geojson)</source>
            <translation>Modelos de ciudad (*.json *.jsonl *.geojson)</translation>
        </message>
        <message>
            <source>CityJSON, CityJSONSeq, or GeoJSON with heights; empty: a generated city.</source>
            <translation>CityJSON, CityJSONSeq o GeoJSON con alturas; vacío: una ciudad generada.</translation>
        </message>
        <message>
            <source>Amplitude in 8 bits</source>
            <translation>Amplitud en 8 bits</translation>
        </message>
        <message>
            <source>The scale of the SAR values.</source>
            <translation>La escala de los valores SAR.</translation>
        </message>
        <message>
            <source>Such as VV,VH; empty: all four.</source>
            <translation>Por ejemplo, VV,VH; vacío: las cuatro.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Folder to write the three files into.</source>
            <translation>Carpeta en la que escribir los tres archivos.</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Edificios</translation>
        </message>
        <message>
            <source>The output has several layers, which would be lost ({}); choose another file: {}</source>
            <translation>La salida tiene varias capas, que se perderían ({}); elija otro archivo: {}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another file: {}</source>
            <translation>La salida está abierta en otro programa; ciérrela allí o elija otro archivo: {}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>The Python environment, the device, the models of the library, and the running and interrupted jobs, as JSON for scripts. The keys are in English and stay the same; the sentences are in the language of QGIS.</source>
            <translation>El entorno de Python, el dispositivo, los modelos de la biblioteca y las tareas en curso e interrumpidas, como JSON para scripts. Las claves están en inglés y no cambian; las frases están en el idioma de QGIS.</translation>
        </message>
        <message>
            <source>Start the worker to find the device</source>
            <translation>Iniciar el proceso de trabajo para determinar el dispositivo</translation>
        </message>
        <message>
            <source>Takes some seconds; otherwise the device is not known.</source>
            <translation>Tarda unos segundos; si no, no se conoce el dispositivo.</translation>
        </message>
        <message>
            <source>Status file</source>
            <translation>Archivo de estado</translation>
        </message>
        <message>
            <source>JSON file to write the status into.</source>
            <translation>Archivo JSON en el que escribir el estado.</translation>
        </message>
        <message>
            <source>Status as JSON</source>
            <translation>Estado como JSON</translation>
        </message>
        <message>
            <source>The status cannot be written ({}); choose another file: {}</source>
            <translation>No se puede escribir el estado ({}); elija otro archivo: {}</translation>
        </message>
        <message>
            <source>What is trained</source>
            <translation>Qué se entrena</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Solo las últimas capas</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Últimas capas y decodificadores</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>Toda la red</translation>
        </message>
        <message>
            <source>heads: only the last layers (the fusion heads and the shared block of the paper), for a scene similar to those of the base model; decoders: also the decoders; everything: the whole network, for many labels.</source>
            <translation>heads: solo las últimas capas (las cabezas de fusión y el bloque compartido del artículo), para una escena parecida a las del modelo base; decoders: también los decodificadores; everything: toda la red, para muchas etiquetas.</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>0: the number that the effort sets.</source>
            <translation>0: el número que fija el esfuerzo.</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Lote</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory.</source>
            <translation>Recortes por paso; los valores más altos hacen el entrenamiento más estable, pero requieren más tiempo y memoria.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Tasa de aprendizaje</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model; 0: chosen by what is trained.</source>
            <translation>Con valores más altos aprende más rápido, pero olvida más del modelo base; 0: según lo que se entrena.</translation>
        </message>
        <message>
            <source>Keep the optical branch</source>
            <translation>Conservar la rama óptica</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor.</source>
            <translation>Profesor congelado (frozen teacher) en el artículo: la rama óptica sigue siendo la del modelo base; útil si la imagen óptica es mala.</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops.</source>
            <translation>Determina los bloques de validación y el orden de los recortes.</translation>
        </message>
        <message>
            <source>Weight of uncertain pixels</source>
            <translation>Peso de los píxeles inciertos</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values align the branches on uncertain pixels too.</source>
            <translation>Temperatura T del artículo: los valores más altos alinean las ramas también en los píxeles inciertos.</translation>
        </message>
        <message>
            <source>Alignment of features</source>
            <translation>Alineación de características</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper, the weight of the shared block; 0: off.</source>
            <translation>λ de MSAL en el artículo, el peso del bloque compartido; 0: desactivado.</translation>
        </message>
        <message>
            <source>Alignment of predictions</source>
            <translation>Alineación de predicciones</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper, the weight of the fused branches; 0: off.</source>
            <translation>λ de MFAL en el artículo, el peso de las ramas fusionadas; 0: desactivado.</translation>
        </message>
        <message>
            <source>Weight of edges</source>
            <translation>Peso de los bordes</translation>
        </message>
        <message>
            <source>λ of the edge loss, for sharp edges; 0: off.</source>
            <translation>λ de la pérdida de bordes, para bordes nítidos; 0: desactivado.</translation>
        </message>
        <message>
            <source>Weight of contacts</source>
            <translation>Peso de los contactos</translation>
        </message>
        <message>
            <source>λ of the contact loss, which separates touching buildings; 0: off.</source>
            <translation>λ de la pérdida de contacto, que separa edificios que se tocan; 0: desactivado.</translation>
        </message>
        <message>
            <source>Distance of alignment</source>
            <translation>Distancia de alineación</translation>
        </message>
        <message>
            <source>Divergence of the predictions (KL)</source>
            <translation>Divergencia de las predicciones (KL)</translation>
        </message>
        <message>
            <source>Squared difference of the predictions</source>
            <translation>Diferencia cuadrática de las predicciones</translation>
        </message>
        <message>
            <source>Squared difference of the features</source>
            <translation>Diferencia cuadrática de las características</translation>
        </message>
        <message>
            <source>Measure of the difference between the branches.</source>
            <translation>Medida de la diferencia entre las ramas.</translation>
        </message>
        <message>
            <source>Log: {}</source>
            <translation>Registro: {}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Starting the worker</source>
            <translation>Iniciando el proceso de trabajo</translation>
        </message>
    </context>
    <context>
        <name>Provenance</name>
        <message>
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <source>detected</source>
            <translation>detectado</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sí</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>Date: {}</source>
            <translation>Fecha: {}</translation>
        </message>
        <message>
            <source>Plugin: CMH-CL Footprints {}</source>
            <translation>Complemento: CMH-CL Footprints {}</translation>
        </message>
        <message>
            <source>Model: {}</source>
            <translation>Modelo: {}</translation>
        </message>
        <message>
            <source>SAR: {}</source>
            <translation>SAR: {}</translation>
        </message>
        <message>
            <source>Optical: {}</source>
            <translation>Óptica: {}</translation>
        </message>
        <message>
            <source>Polarisations: {}</source>
            <translation>Polarizaciones: {}</translation>
        </message>
        <message>
            <source>SAR values: {}</source>
            <translation>Valores SAR: {}</translation>
        </message>
        <message>
            <source>Area: {}</source>
            <translation>Zona: {}</translation>
        </message>
        <message>
            <source>whole SAR layer</source>
            <translation>toda la capa SAR</translation>
        </message>
        <message>
            <source>Threshold: {:.3g}</source>
            <translation>Umbral: {:.3g}</translation>
        </message>
        <message>
            <source>Smallest area: {:g} m²</source>
            <translation>Área mínima: {:g} m²</translation>
        </message>
        <message>
            <source>Careful: {}</source>
            <translation>Cuidadoso: {}</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Probabilidades: {}</translation>
        </message>
        <message>
            <source>Engine: {}</source>
            <translation>Motor: {}</translation>
        </message>
        <message>
            <source>online layer {}</source>
            <translation>capa en línea {}</translation>
        </message>
    </context>
    <context>
        <name>Python</name>
        <message>
            <source>CMH-CL has no Python environment yet; install it on the page Extract or in the plugin’s options.</source>
            <translation>CMH-CL aún no tiene un entorno de Python; instálelo en la página “Extraer” o en las opciones del complemento.</translation>
        </message>
        <message>
            <source>does not exist inside the {}, which QGIS runs as</source>
            <translation>no existe dentro de {}, que es como se ejecuta QGIS</translation>
        </message>
        <message>
            <source>does not exist</source>
            <translation>no existe</translation>
        </message>
        <message>
            <source>cannot be started</source>
            <translation>no se puede iniciar</translation>
        </message>
        <message>
            <source>does not run as Python</source>
            <translation>no funciona como Python</translation>
        </message>
        <message>
            <source>is version {}.{}, older than {}.{}</source>
            <translation>es la versión {}.{}, anterior a la {}.{}</translation>
        </message>
        <message>
            <source>has no {}</source>
            <translation>no tiene {}</translation>
        </message>
        <message>
            <source>The Python that the plugin installed {problem}; update it, or remove it and install it again, in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>El Python que instaló el complemento {problem}; actualícelo, o elimínelo e instálelo de nuevo, en Configuración &gt; Opciones &gt; CMH-CL.</translation>
        </message>
        <message>
            <source>The Python {python} {problem}; choose another in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>El Python {python} {problem}; elija otro en Configuración &gt; Opciones &gt; CMH-CL.</translation>
        </message>
    </context>
    <context>
        <name>Recipes</name>
        <message>
            <source>A coordinate system was set in QGIS, which cannot be passed to qgis_process; copy the command line instead, or save the layer with that system.</source>
            <translation>En QGIS se estableció un sistema de coordenadas que no se puede indicar a qgis_process; copie en su lugar la línea de comandos, o guarde la capa con ese sistema.</translation>
        </message>
        <message>
            <source>Copy as command, to repeat this run outside of QGIS</source>
            <translation>Copiar como comando, para repetir esta ejecución fuera de QGIS</translation>
        </message>
        <message>
            <source>Copy as command line</source>
            <translation>Copiar como línea de comandos</translation>
        </message>
        <message>
            <source>Copy as qgis_process command</source>
            <translation>Copiar como comando de qgis_process</translation>
        </message>
        <message>
            <source>The command is in the clipboard.</source>
            <translation>El comando está en el portapapeles.</translation>
        </message>
        <message>
            <source>The command is in the clipboard, its area in a file: {}</source>
            <translation>El comando está en el portapapeles; su zona, en un archivo: {}</translation>
        </message>
        <message>
            <source>The command is in the clipboard; its labels and its model are in: {}</source>
            <translation>El comando está en el portapapeles; sus etiquetas y su modelo están en: {}</translation>
        </message>
    </context>
    <context>
        <name>Rendering</name>
        <message>
            <source>The online layer “{}” shows nothing at this place; choose another optical layer, or none.</source>
            <translation>La capa en línea “{}” no muestra nada en este lugar; elija otra capa óptica, o ninguna.</translation>
        </message>
        <message>
            <source>The online layer “{}” cannot be fetched ({}); check the network and the layer, or choose another optical layer.</source>
            <translation>No se puede obtener la capa en línea “{}” ({}); compruebe la red y la capa, o elija otra capa óptica.</translation>
        </message>
        <message>
            <source>Fetching the picture of “{}”</source>
            <translation>Obteniendo la imagen de “{}”</translation>
        </message>
    </context>
    <context>
        <name>ResultBox</name>
        <message>
            <source>Hides the less certain footprints with a filter of the layer; none is deleted</source>
            <translation>Oculta las huellas menos seguras con un filtro de la capa; no se elimina ninguna</translation>
        </message>
        <message>
            <source>The probabilities of this result are not available; to change its threshold, run the extraction again.</source>
            <translation>Las probabilidades de este resultado no están disponibles; para cambiar su umbral, ejecute de nuevo la extracción.</translation>
        </message>
        <message>
            <source>Run a&amp;gain…</source>
            <translation>E&amp;jecutar de nuevo…</translation>
        </message>
        <message>
            <source>Fills in the fields above with the settings of this result</source>
            <translation>Rellena los campos de arriba con los ajustes de este resultado</translation>
        </message>
        <message>
            <source>&amp;Compare…</source>
            <translation>&amp;Comparar…</translation>
        </message>
        <message>
            <source>What is new, missing or changed compared with a reference or an older map</source>
            <translation>Qué es nuevo, está ausente o se ha modificado respecto a una referencia o a un mapa anterior</translation>
        </message>
        <message>
            <source>W&amp;here to label next</source>
            <translation>Dónde eti&amp;quetar a continuación</translation>
        </message>
        <message>
            <source>Adds the blocks in which the model is least certain to the map</source>
            <translation>Añade al mapa los bloques en los que el modelo está menos seguro</translation>
        </message>
        <message>
            <source>Show from co&amp;nfidence</source>
            <translation>Mostrar desde co&amp;nfianza</translation>
        </message>
        <message>
            <source>The layer of this result was removed.</source>
            <translation>Se eliminó la capa de este resultado.</translation>
        </message>
        <message>
            <source>A file of this result no longer exists; run the extraction again: {}</source>
            <translation>Un archivo de este resultado ya no existe; ejecute de nuevo la extracción: {}</translation>
        </message>
        <message>
            <source>The probabilities no longer exist; run the extraction again: {}</source>
            <translation>Las probabilidades ya no existen; ejecute de nuevo la extracción: {}</translation>
        </message>
        <message>
            <source>“{}” was edited after it was outlined. Outline it again and discard these edits?</source>
            <translation>“{}” se editó después de vectorizarla. ¿Vectorizarla de nuevo y descartar estas ediciones?</translation>
        </message>
        <message>
            <source>Discard edits?</source>
            <translation>¿Descartar las ediciones?</translation>
        </message>
    </context>
    <context>
        <name>ResumeOffers</name>
        <message>
            <source>{} runs were interrupted.</source>
            <translation>Se interrumpieron {} ejecuciones.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>The extraction from “{}” was interrupted.</source>
            <translation>La extracción de “{}” se interrumpió.</translation>
        </message>
        <message>
            <source>The fine-tuning of “{}” was interrupted.</source>
            <translation>El ajuste fino de “{}” se interrumpió.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Descartar</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>The field “review” of the layer “{}” is virtual or joined and cannot store decisions; rename it, or give the join a prefix.</source>
            <translation>El campo “review” de la capa “{}” es virtual o viene de una unión y no puede guardar decisiones; cambie su nombre o dé un prefijo a la unión.</translation>
        </message>
        <message>
            <source>The field “review” of the layer “{}” cannot store decisions, which are texts of up to {} letters; rename that field.</source>
            <translation>El campo “review” de la capa “{}” no puede guardar decisiones, que son textos de hasta {} letras; cambie el nombre de ese campo.</translation>
        </message>
        <message>
            <source>Choose the layer whose footprints you want to go through.</source>
            <translation>Elija la capa cuyas huellas quiere recorrer.</translation>
        </message>
        <message>
            <source>This layer has no footprints.</source>
            <translation>Esta capa no tiene huellas.</translation>
        </message>
        <message>
            <source>{:,} skipped, without a decision.</source>
            <translation>{:,} omitidas, sin decisión.</translation>
        </message>
        <message>
            <source>Go through them</source>
            <translation>Recorrerlas</translation>
        </message>
        <message>
            <source>No footprint is marked for later.</source>
            <translation>No hay ninguna huella marcada para más tarde.</translation>
        </message>
        <message>
            <source>All footprints are reviewed: {:,} accepted, {:,} marked for later, {:,} deleted.</source>
            <translation>Todas las huellas están revisadas: {:,} aceptadas, {:,} marcadas para más tarde, {:,} eliminadas.</translation>
        </message>
        <message>
            <source>&lt;b&gt;accepted&lt;/b&gt;</source>
            <translation>&lt;b&gt;aceptada&lt;/b&gt;</translation>
        </message>
        <message>
            <source>&lt;b&gt;marked for later&lt;/b&gt;</source>
            <translation>&lt;b&gt;marcada para más tarde&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Confidence {:.0%}</source>
            <translation>Confianza {:.0%}</translation>
        </message>
        <message>
            <source>{:,.0f} m²</source>
            <translation>{:,.0f} m²</translation>
        </message>
        <message>
            <source>{:.0%} with optical</source>
            <translation>{:.0%} con imagen óptica</translation>
        </message>
        <message>
            <source>no outline; delete it</source>
            <translation>sin contorno; elimínela</translation>
        </message>
        <message>
            <source>Footprint {}</source>
            <translation>Huella {}</translation>
        </message>
        <message>
            <source>No other footprint touches this one; select those that belong to it, then join them.</source>
            <translation>Ninguna otra huella toca esta; seleccione las que le pertenecen y luego únalas.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited with QGIS’s tools here.</source>
            <translation>La capa “{}” no se puede editar aquí con las herramientas de QGIS.</translation>
        </message>
        <message>
            <source>Accept footprint</source>
            <translation>Aceptar huella</translation>
        </message>
        <message>
            <source>Mark footprint for later</source>
            <translation>Marcar huella para más tarde</translation>
        </message>
        <message>
            <source>Delete footprint</source>
            <translation>Eliminar huella</translation>
        </message>
        <message>
            <source>Nothing was squared: the angles are right already, or far from right.</source>
            <translation>No se escuadró nada: los ángulos ya son rectos o están lejos de serlo.</translation>
        </message>
        <message>
            <source>Square footprint</source>
            <translation>Escuadrar huella</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” no longer exists; decide on the next.</source>
            <translation>Esta huella de la capa “{}” ya no existe; decida sobre la siguiente.</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” is new; save the layer, then decide.</source>
            <translation>Esta huella de la capa “{}” es nueva; guarde la capa y luego decida.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited here; export it as a GeoPackage (Export &gt; Save Features As…) and review that.</source>
            <translation>La capa “{}” no se puede editar aquí; expórtela como GeoPackage (Exportar &gt; Guardar objetos como…) y revise ese archivo.</translation>
        </message>
    </context>
    <context>
        <name>ReviewDock</name>
        <message>
            <source>Review footprints</source>
            <translation>Revisar huellas</translation>
        </message>
        <message>
            <source>Choose a layer of footprints…</source>
            <translation>Elija una capa de huellas…</translation>
        </message>
        <message>
            <source>Decisions are stored in the field “review”</source>
            <translation>Las decisiones se guardan en el campo “review”</translation>
        </message>
        <message>
            <source>Which footprints to go through</source>
            <translation>Qué huellas recorrer</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Guardar</translation>
        </message>
        <message>
            <source>Save the edits of the layer</source>
            <translation>Guardar las ediciones de la capa</translation>
        </message>
        <message>
            <source>Use as &amp;labels for fine-tuning…</source>
            <translation>Usar como &amp;etiquetas para el ajuste fino…</translation>
        </message>
        <message>
            <source>; Ctrl+Z undoes it</source>
            <translation>; Ctrl+Z lo deshace</translation>
        </message>
        <message>
            <source>Accept (A)</source>
            <translation>Aceptar (A)</translation>
        </message>
        <message>
            <source>It is a building, and its outline is good</source>
            <translation>Es un edificio y su contorno es bueno</translation>
        </message>
        <message>
            <source>Delete (D)</source>
            <translation>Eliminar (D)</translation>
        </message>
        <message>
            <source>Remove it from the layer</source>
            <translation>Quitarla de la capa</translation>
        </message>
        <message>
            <source>Mark for later (M)</source>
            <translation>Marcar para más tarde (M)</translation>
        </message>
        <message>
            <source>Keep it for a second look</source>
            <translation>Conservarla para volver a mirarla</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Atrás (B)</translation>
        </message>
        <message>
            <source>The footprint before this one</source>
            <translation>La huella anterior a esta</translation>
        </message>
        <message>
            <source>Skip (N)</source>
            <translation>Omitir (N)</translation>
        </message>
        <message>
            <source>The next footprint, without a decision on this one</source>
            <translation>La huella siguiente, sin decidir sobre esta</translation>
        </message>
        <message>
            <source>La&amp;yer</source>
            <translation>Ca&amp;pa</translation>
        </message>
        <message>
            <source>S&amp;how</source>
            <translation>&amp;Mostrar</translation>
        </message>
        <message>
            <source>“{}” cannot be saved ({}); close other programs that use the file, and save again.</source>
            <translation>No se puede guardar “{}” ({}); cierre los demás programas que usan el archivo y guarde de nuevo.</translation>
        </message>
        <message>
            <source>“{}” has unsaved edits; save them, then use the layer as labels.</source>
            <translation>“{}” tiene ediciones sin guardar; guárdelas y luego use la capa como etiquetas.</translation>
        </message>
        <message>
            <source>Not yet reviewed ({:,})</source>
            <translation>Aún sin revisar ({:,})</translation>
        </message>
        <message>
            <source>Marked for later ({:,})</source>
            <translation>Marcadas para más tarde ({:,})</translation>
        </message>
        <message>
            <source>{:,} of {:,} reviewed, {:,} deleted</source>
            <translation>Revisadas: {:,} de {:,}, eliminadas: {:,}</translation>
        </message>
    </context>
    <context>
        <name>Run</name>
        <message>
            <source>it cannot be locked</source>
            <translation>no se puede bloquear</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); free up space or get permission to write to it: {}</source>
            <translation>No se puede escribir en la carpeta ({}); libere espacio u obtenga permiso para escribir en ella: {}</translation>
        </message>
    </context>
    <context>
        <name>RunAgainAction</name>
        <message>
            <source>Run again with other settings…</source>
            <translation>Ejecutar de nuevo con otros ajustes…</translation>
        </message>
    </context>
    <context>
        <name>SarInput</name>
        <message>
            <source>The SAR bands, in the order of files and bands</source>
            <translation>Las bandas SAR, en el orden de los archivos y las bandas</translation>
        </message>
        <message>
            <source>The scale of the SAR values</source>
            <translation>La escala de los valores SAR</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Leyendo…</translation>
        </message>
        <message>
            <source>{:g} m</source>
            <translation>{:g} m</translation>
        </message>
        <message>
            <source>{:.0%} valid</source>
            <translation>{:.0%} válido</translation>
        </message>
        <message>
            <source>Detected ({})</source>
            <translation>Detectado ({})</translation>
        </message>
    </context>
    <context>
        <name>SarLayers</name>
        <message>
            <source>Choose a layer…</source>
            <translation>Elija una capa…</translation>
        </message>
        <message>
            <source>SAR raster, with one band for each polarisation</source>
            <translation>Ráster SAR, con una banda por polarización</translation>
        </message>
        <message>
            <source>Add a polarisation from a separate file</source>
            <translation>Añadir una polarización de un archivo aparte</translation>
        </message>
        <message>
            <source>SAR raster of another polarisation</source>
            <translation>Ráster SAR de otra polarización</translation>
        </message>
        <message>
            <source>Remove this polarisation</source>
            <translation>Quitar esta polarización</translation>
        </message>
    </context>
    <context>
        <name>SceneSelection</name>
        <message>
            <source>A file of the scene no longer exists; choose another layer: {}</source>
            <translation>Un archivo de la escena ya no existe; elija otra capa: {}</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Elija una capa SAR.</translation>
        </message>
        <message>
            <source>Add a SAR raster to the project first.</source>
            <translation>Añada primero un ráster SAR al proyecto.</translation>
        </message>
    </context>
    <context>
        <name>SelfTest</name>
        <message>
            <source>It works: {} ({}), {:.2f} s for a tile of 512 px.</source>
            <translation>Funciona: {} ({}), {:.2f} s para una tesela de 512 px.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU</source>
            <translation>sin GPU NVIDIA</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Probando</translation>
        </message>
        <message>
            <source>PyTorch uses the CPU although there is an NVIDIA driver ({}); update the driver, or remove the environment and install it again.</source>
            <translation>PyTorch usa la CPU aunque hay un controlador NVIDIA ({}); actualice el controlador, o elimine el entorno e instálelo de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>Stall</name>
        <message>
            <source>End the worker</source>
            <translation>Terminar el proceso de trabajo</translation>
        </message>
    </context>
    <context>
        <name>Styles</name>
        <message>
            <source>held out for validation</source>
            <translation>reservado para la validación</translation>
        </message>
        <message>
            <source>used for training</source>
            <translation>usado para el entrenamiento</translation>
        </message>
        <message>
            <source>block [% to_int("number") %], [% if("role" = 'validation', 'held out for validation', 'used for training') %]</source>
            <translation>bloque [% to_int("number") %], [% if("role" = 'validation', 'reservado para la validación', 'usado para el entrenamiento') %]</translation>
        </message>
        <message>
            <source>matched</source>
            <translation>coincidente</translation>
        </message>
        <message>
            <source>changed outline or place</source>
            <translation>contorno o posición modificados</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nuevo</translation>
        </message>
        <message>
            <source>new, covered by reference</source>
            <translation>nuevo, cubierto por la referencia</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>ausente</translation>
        </message>
        <message>
            <source>missing, covered by layer</source>
            <translation>ausente, cubierto por la capa</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;moved by [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;desplazado [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confianza [% coalesce(format_number(100 * "confidence", 0), '–') %] %</translation>
        </message>
        <message>
            <source>low confidence (up to 50%)</source>
            <translation>confianza baja (hasta 50 %)</translation>
        </message>
        <message>
            <source>medium (50 to 70%)</source>
            <translation>media (de 50 a 70 %)</translation>
        </message>
        <message>
            <source>high (above 70%)</source>
            <translation>alta (más de 70 %)</translation>
        </message>
        <message>
            <source>accepted in a review</source>
            <translation>aceptada en una revisión</translation>
        </message>
        <message>
            <source>marked for later</source>
            <translation>marcada para más tarde</translation>
        </message>
        <message>
            <source>without confidence</source>
            <translation>sin confianza</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confianza [% coalesce(format_number(100 * "confidence", 0), '–') %] %</translation>
        </message>
    </context>
    <context>
        <name>ThresholdChange</name>
        <message>
            <source>Looking for edits in “{}”</source>
            <translation>Buscando ediciones en “{}”</translation>
        </message>
        <message>
            <source>Writing “{}”</source>
            <translation>Escribiendo “{}”</translation>
        </message>
        <message>
            <source>{:,} footprint at the threshold {:.2f}.</source>
            <translation>{:,} huella con el umbral {:.2f}.</translation>
        </message>
        <message>
            <source>{:,} footprints at the threshold {:.2f}.</source>
            <translation>{:,} huellas con el umbral {:.2f}.</translation>
        </message>
    </context>
    <context>
        <name>TrainingBox</name>
        <message>
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model</source>
            <translation>Con valores más altos aprende más rápido, pero olvida más del modelo base</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values give more weight to pixels where the optical branch is uncertain</source>
            <translation>Temperatura T del artículo: los valores más altos dan más peso a los píxeles donde la rama óptica no está segura</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper: higher values align SAR features more closely with optical ones; outlines count less</source>
            <translation>λ de MSAL en el artículo: los valores más altos alinean más las características SAR con las ópticas; los contornos cuentan menos</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper: higher values align predictions from SAR alone more closely with those with optical; outlines count less</source>
            <translation>λ de MFAL en el artículo: los valores más altos alinean más las predicciones de SAR solo con las que usan la imagen óptica; los contornos cuentan menos</translation>
        </message>
        <message>
            <source>&amp;Keep the optical branch</source>
            <translation>&amp;Conservar la rama óptica</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor</source>
            <translation>Profesor congelado (frozen teacher) en el artículo: la rama óptica sigue siendo la del modelo base; útil si la imagen óptica es mala</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory</source>
            <translation>Recortes por paso; los valores más altos hacen el entrenamiento más estable, pero requieren más tiempo y memoria</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops</source>
            <translation>Determina los bloques de validación y el orden de los recortes</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>&amp;Polarizaciones</translation>
        </message>
        <message>
            <source>SAR &amp;values</source>
            <translation>&amp;Valores SAR</translation>
        </message>
        <message>
            <source>Learn&amp;ing rate</source>
            <translation>Tasa de aprendiza&amp;je</translation>
        </message>
        <message>
            <source>Weight of &amp;uncertain pixels</source>
            <translation>Peso de los píxeles &amp;inciertos</translation>
        </message>
        <message>
            <source>Alignment of &amp;features</source>
            <translation>Alineación de caract&amp;erísticas</translation>
        </message>
        <message>
            <source>Ali&amp;gnment of predictions</source>
            <translation>Alineación de predicci&amp;ones</translation>
        </message>
        <message>
            <source>Bat&amp;ch</source>
            <translation>&amp;Lote</translation>
        </message>
        <message>
            <source>Rando&amp;m seed</source>
            <translation>Se&amp;milla aleatoria</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Dispositivo</translation>
        </message>
    </context>
    <context>
        <name>TrainingResult</name>
        <message>
            <source>&amp;Use this model</source>
            <translation>&amp;Usar este modelo</translation>
        </message>
        <message>
            <source>Chooses it on the page Extract</source>
            <translation>Lo elige en la página Extraer</translation>
        </message>
        <message>
            <source>&amp;Keep base model</source>
            <translation>&amp;Conservar el modelo base</translation>
        </message>
        <message>
            <source>Deletes the new model</source>
            <translation>Elimina el nuevo modelo</translation>
        </message>
        <message>
            <source>Open re&amp;port</source>
            <translation>Abrir in&amp;forme</translation>
        </message>
        <message>
            <source>&amp;New fine-tuning</source>
            <translation>&amp;Nuevo ajuste fino</translation>
        </message>
        <message>
            <source>The training ended after all {steps} steps.</source>
            <translation>El entrenamiento terminó tras todos los pasos ({steps}).</translation>
        </message>
        <message>
            <source>The training ended after {steps} steps, because the model no longer improved.</source>
            <translation>El entrenamiento terminó después de {steps} pasos porque el modelo ya no mejoraba.</translation>
        </message>
        <message>
            <source>You stopped the training after {steps} steps.</source>
            <translation>Usted detuvo el entrenamiento después de {steps} pasos.</translation>
        </message>
        <message>
            <source>The new model is that of step {}, the best one.</source>
            <translation>El nuevo modelo es el del paso {}, el mejor.</translation>
        </message>
        <message>
            <source>The labels come from the optical image: the figures compare the predictions from SAR alone with those of the base model with optical, not with the truth.</source>
            <translation>Las etiquetas proceden de la imagen óptica: las cifras comparan las predicciones de SAR solo con las del modelo base con imagen óptica, no con la realidad.</translation>
        </message>
        <message>
            <source>Validation blocks, which are on the map: {:,}; buildings in them: {:,}.</source>
            <translation>Bloques de validación, que están en el mapa: {:,}; edificios en ellos: {:,}.</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>SAR solo</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Con imagen óptica</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Base model with its threshold chosen here</source>
            <translation>Modelo base con su umbral elegido aquí</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Nuevo modelo</translation>
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
            <translation>F1 de objetos</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Error de calibración</translation>
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
            <translation>Etiquetas</translation>
        </message>
        <message>
            <source>Prediction</source>
            <translation>Predicción</translation>
        </message>
        <message>
            <source>The first pictures appear after the first validation.
You can close this panel; the fine-tuning continues.</source>
            <translation>Las primeras imágenes aparecen después de la primera validación.
Puede cerrar este panel; el ajuste fino continúa.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pausar</translation>
        </message>
        <message>
            <source>&amp;Stop and keep best</source>
            <translation>&amp;Detener y conservar el mejor</translation>
        </message>
        <message>
            <source>Ends the training now and keeps the best model so far</source>
            <translation>Termina ahora el entrenamiento y conserva el mejor modelo hasta el momento</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Canc&amp;elar</translation>
        </message>
        <message>
            <source>Open &amp;log</source>
            <translation>Abrir re&amp;gistro</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Reanudar</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>De&amp;scartar</translation>
        </message>
        <message>
            <source>All training so far will be lost</source>
            <translation>Se perderá todo el entrenamiento realizado hasta ahora</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Step {:.0f} of {:.0f}</source>
            <translation>Paso {:.0f} de {:.0f}</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>En pausa.</translation>
        </message>
        <message>
            <source>Resuming…</source>
            <translation>Reanudando…</translation>
        </message>
        <message>
            <source>Finishing with the best model so far…</source>
            <translation>Terminando con el mejor modelo hasta el momento…</translation>
        </message>
    </context>
    <context>
        <name>Watchdog</name>
        <message>
            <source>The worker has not answered for {} s. It is ended if it does not answer within {} min.</source>
            <translation>El proceso de trabajo no responde desde hace {} s. Se terminará si no responde en {} min.</translation>
        </message>
    </context>
    <context>
        <name>WorkerLaunch</name>
        <message>
            <source>The log folder cannot be written ({}): {}</source>
            <translation>No se puede escribir en la carpeta de registros ({}): {}</translation>
        </message>
    </context>
    <context>
        <name>WorkerProcess</name>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>The worker’s answer cannot be read; see the log.</source>
            <translation>No se puede leer la respuesta del proceso de trabajo; consulte el registro.</translation>
        </message>
        <message>
            <source>The worker cannot be started; see the log.</source>
            <translation>No se puede iniciar el proceso de trabajo; consulte el registro.</translation>
        </message>
        <message>
            <source>The worker did not answer and was ended; start again.</source>
            <translation>El proceso de trabajo no respondió y se terminó; inicie de nuevo.</translation>
        </message>
        <message>
            <source>The worker ended unexpectedly ({}); see the log.</source>
            <translation>El proceso de trabajo terminó inesperadamente ({}); consulte el registro.</translation>
        </message>
        <message>
            <source>Waiting for the job before it…</source>
            <translation>Esperando a la tarea anterior…</translation>
        </message>
        <message>
            <source>Checking the Python environment…</source>
            <translation>Comprobando el entorno de Python…</translation>
        </message>
        <message>
            <source>Loading PyTorch…</source>
            <translation>Cargando PyTorch…</translation>
        </message>
    </context>
</TS>

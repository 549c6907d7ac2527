<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt">
    <context>
        <name>BlockLayers</name>
        <message>
            <source>Validation blocks</source>
            <translation>Blocos de validação</translation>
        </message>
        <message>
            <source>Validation blocks of {}</source>
            <translation>Blocos de validação de {}</translation>
        </message>
    </context>
    <context>
        <name>Build</name>
        <message>
            <source>PyTorch is installed with support for Apple’s GPU.</source>
            <translation>O PyTorch é instalado com suporte à GPU da Apple.</translation>
        </message>
        <message>
            <source>NVIDIA driver {} found: PyTorch is installed for the GPU.</source>
            <translation>Driver NVIDIA {} encontrado: o PyTorch é instalado para a GPU.</translation>
        </message>
        <message>
            <source>No NVIDIA driver found: PyTorch is installed for the CPU.</source>
            <translation>Nenhum driver NVIDIA encontrado: o PyTorch é instalado para a CPU.</translation>
        </message>
        <message>
            <source>The NVIDIA GPU is too old for PyTorch, which is installed for the CPU.</source>
            <translation>A GPU NVIDIA é antiga demais para o PyTorch, que é instalado para a CPU.</translation>
        </message>
        <message>
            <source>The NVIDIA driver {} is too old for PyTorch, which is installed for the CPU; with driver {} or newer, remove the environment and install it again.</source>
            <translation>O driver NVIDIA {} é antigo demais para o PyTorch, que é instalado para a CPU; com o driver {} ou mais recente, remova o ambiente e instale-o novamente.</translation>
        </message>
        <message>
            <source>Looking for a GPU</source>
            <translation>Procurando uma GPU</translation>
        </message>
    </context>
    <context>
        <name>BuildingClicks</name>
        <message>
            <source>Click a building first.</source>
            <translation>Clique primeiro em uma edificação.</translation>
        </message>
        <message>
            <source>The worker is busy; the click waits.</source>
            <translation>O processo de trabalho está ocupado; o clique aguarda.</translation>
        </message>
        <message>
            <source>Looking for the building…</source>
            <translation>Procurando a edificação…</translation>
        </message>
        <message>
            <source>No building was found here.</source>
            <translation>Nenhuma edificação foi encontrada aqui.</translation>
        </message>
        <message>
            <source>{:,.0f} m², confidence {:.0%}</source>
            <translation>{:,.0f} m², confiança {:.0%}</translation>
        </message>
        <message>
            <source>A footprint to correct</source>
            <translation>Um contorno a corrigir</translation>
        </message>
    </context>
    <context>
        <name>CheckAnswer</name>
        <message>
            <source>Checking: {}</source>
            <translation>Verificando: {}</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Verificando…</translation>
        </message>
        <message>
            <source>Options…</source>
            <translation>Opções…</translation>
        </message>
        <message>
            <source>Buildings: {:,}, of which in validation blocks: {:,}</source>
            <translation>Edificações: {:,}, das quais em blocos de validação: {:,}</translation>
        </message>
        <message>
            <source>Blocks: {} for training, {} for validation</source>
            <translation>Blocos: {} de treinamento, {} de validação</translation>
        </message>
        <message>
            <source>Buildings: {:,}</source>
            <translation>Edificações: {:,}</translation>
        </message>
        <message>
            <source>Takes {} on {}.</source>
            <translation>Leva {} em {}.</translation>
        </message>
    </context>
    <context>
        <name>ClickAction</name>
        <message>
            <source>Extract by click</source>
            <translation>Extrair por clique</translation>
        </message>
        <message>
            <source>Click buildings, or drag a rectangle around several</source>
            <translation>Clique em edificações, ou arraste um retângulo em volta de várias</translation>
        </message>
        <message>
            <source>Draw a polygon around several</source>
            <translation>Desenhar um polígono em volta de várias</translation>
        </message>
        <message>
            <source>Use the footprints as labels for fine-tuning…</source>
            <translation>Usar os contornos como rótulos para o ajuste fino…</translation>
        </message>
    </context>
    <context>
        <name>ClickArea</name>
        <message>
            <source>The polygon has no area; draw it again.</source>
            <translation>O polígono não tem área; desenhe-o novamente.</translation>
        </message>
        <message>
            <source>This place is outside the SAR layer “{}”; click on that layer, or choose another SAR layer on the page Extract.</source>
            <translation>Este lugar está fora da camada SAR “{}”; clique nessa camada ou escolha outra camada SAR na página Extrair.</translation>
        </message>
    </context>
    <context>
        <name>ClickExtraction</name>
        <message>
            <source>Footprints by click</source>
            <translation>Contornos por clique</translation>
        </message>
    </context>
    <context>
        <name>ClickResults</name>
        <message>
            <source>No building was found here.</source>
            <translation>Nenhuma edificação foi encontrada aqui.</translation>
        </message>
        <message>
            <source>Footprints by click</source>
            <translation>Contornos por clique</translation>
        </message>
        <message>
            <source>{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z undoes this.</source>
            <translation>{:,} adicionados, {:,} substituídos, em {:.1f} s. Ctrl+Z desfaz.</translation>
        </message>
        <message>
            <source>Building by click</source>
            <translation>Edificação por clique</translation>
        </message>
        <message>
            <source>Accepted in a review: not changed.</source>
            <translation>Aceito em uma revisão: não alterado.</translation>
        </message>
        <message>
            <source>Corrected. Ctrl+Z undoes this.</source>
            <translation>Corrigido. Ctrl+Z desfaz.</translation>
        </message>
        <message>
            <source>Added, {:,} replaced. Ctrl+Z undoes this.</source>
            <translation>Adicionado, {:,} substituídos. Ctrl+Z desfaz.</translation>
        </message>
        <message>
            <source>Added. Ctrl+Z undoes this.</source>
            <translation>Adicionado. Ctrl+Z desfaz.</translation>
        </message>
        <message>
            <source>The footprints cannot be transformed to the coordinate system of the layer “{}”; remove that layer and click again.</source>
            <translation>Os contornos não podem ser transformados para o sistema de coordenadas da camada “{}”; remova essa camada e clique novamente.</translation>
        </message>
        <message>
            <source>by_click_{}</source>
            <translation>por_clique_{}</translation>
        </message>
    </context>
    <context>
        <name>Clicks</name>
        <message>
            <source>This place cannot be transformed to the SAR layer’s coordinate system; click on the SAR layer.</source>
            <translation>Este lugar não pode ser transformado para o sistema de coordenadas da camada SAR; clique na camada SAR.</translation>
        </message>
        <message>
            <source>The layer “{}” has a filter that hides footprints; clear it and click again.</source>
            <translation>A camada “{}” tem um filtro que oculta contornos; limpe-o e clique novamente.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited; remove it and click again.</source>
            <translation>A camada “{}” não pode ser editada; remova-a e clique novamente.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Área rotulada</translation>
        </message>
        <message>
            <source>The footprints cannot be written ({}); choose another folder to save to: {}</source>
            <translation>Não é possível gravar os contornos ({}); escolha outra pasta onde salvar: {}</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>F1 {:.2f}, precision {:.2f}, recall {:.2f} at an IoU of {:g}</source>
            <translation>F1 {:.2f}, precisão {:.2f}, revocação {:.2f} com um IoU de {:g}</translation>
        </message>
        <message>
            <source>{:,} polygons, {:,} in the reference</source>
            <translation>{:,} polígonos, {:,} na referência</translation>
        </message>
        <message>
            <source>{:,} matched, {:,} changed, {:,} new, {:,} missing</source>
            <translation>{:,} correspondentes, {:,} alterados, {:,} novos, {:,} ausentes</translation>
        </message>
        <message>
            <source>{:,} merged (on several of the reference), {:,} of the reference split</source>
            <translation>{:,} mesclados (sobre vários da referência), {:,} da referência divididos</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {:.2f}, median shift {:.1f} m, median offset {:+.1f} m east, {:+.1f} m north</source>
            <translation>Dos que estão em ambas: IoU médio {:.2f}, deslocamento mediano {:.1f} m, desvio mediano {:+.1f} m a leste, {:+.1f} m a norte</translation>
        </message>
        <message>
            <source>Area: everything</source>
            <translation>Área: tudo</translation>
        </message>
        <message>
            <source>Area: limited</source>
            <translation>Área: limitada</translation>
        </message>
        <message>
            <source>Layer: {}</source>
            <translation>Camada: {}</translation>
        </message>
        <message>
            <source>Reference: {}</source>
            <translation>Referência: {}</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Compare footprints</source>
            <translation>Comparar contornos</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map</source>
            <translation>A camada a verificar, ou o mapa mais recente</translation>
        </message>
        <message>
            <source>Choose a layer…</source>
            <translation>Escolha uma camada…</translation>
        </message>
        <message>
            <source>The known buildings, or the older map</source>
            <translation>As edificações conhecidas, ou o mapa mais antigo</translation>
        </message>
        <message>
            <source>Polygons that both layers cover</source>
            <translation>Polígonos que ambas as camadas cobrem</translation>
        </message>
        <message>
            <source>Least intersection over union at which two polygons count as the same building</source>
            <translation>Menor interseção sobre união com a qual dois polígonos contam como a mesma edificação</translation>
        </message>
        <message>
            <source>Intersection over union below which a building that is in both counts as changed</source>
            <translation>Interseção sobre união abaixo da qual uma edificação que está em ambas conta como alterada</translation>
        </message>
        <message>
            <source> m</source>
            <translation> m</translation>
        </message>
        <message>
            <source>Distance between the centroids beyond which a building that is in both counts as changed</source>
            <translation>Distância entre os centroides além da qual uma edificação que está em ambas conta como alterada</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Comparar</translation>
        </message>
        <message>
            <source>Cl&amp;ose</source>
            <translation>&amp;Fechar</translation>
        </message>
        <message>
            <source>&amp;Layer</source>
            <translation>Ca&amp;mada</translation>
        </message>
        <message>
            <source>&amp;Reference</source>
            <translation>&amp;Referência</translation>
        </message>
        <message>
            <source>&amp;Area</source>
            <translation>Ár&amp;ea</translation>
        </message>
        <message>
            <source>&amp;Same from an IoU of</source>
            <translation>&amp;Igual a partir de um IoU de</translation>
        </message>
        <message>
            <source>Changed &amp;below an IoU of</source>
            <translation>Alterada a&amp;baixo de um IoU de</translation>
        </message>
        <message>
            <source>or if &amp;moved by more than</source>
            <translation>ou se &amp;deslocada mais de</translation>
        </message>
        <message>
            <source>Save &amp;to</source>
            <translation>&amp;Salvar em</translation>
        </message>
        <message>
            <source>Where it was extracted</source>
            <translation>Onde foi extraído</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Tudo</translation>
        </message>
        <message>
            <source>Choose two different polygon layers.</source>
            <translation>Escolha duas camadas de polígonos diferentes.</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>Sobrescrever o resultado anterior?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>Sobrescrever?</translation>
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
            <translation>{} comparada com {}</translation>
        </message>
        <message>
            <source>Reading the layers</source>
            <translation>Lendo as camadas</translation>
        </message>
        <message>
            <source>The comparison is ready, but not on the map, because another project was opened: {}</source>
            <translation>A comparação está pronta, mas não no mapa, porque outro projeto foi aberto: {}</translation>
        </message>
    </context>
    <context>
        <name>Connection</name>
        <message>
            <source>crash, signal {}</source>
            <translation>falha, sinal {}</translation>
        </message>
        <message>
            <source>exit code {}</source>
            <translation>código de saída {}</translation>
        </message>
    </context>
    <context>
        <name>Core</name>
        <message>
            <source>Trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Treinado com cenas simuladas: ajuste-o na sua própria área antes de confiar nele.</translation>
        </message>
        <message>
            <source>Trained on scenes of your own; check its figures before you rely on it.</source>
            <translation>Treinado com cenas próprias; verifique seus números antes de confiar nele.</translation>
        </message>
        <message>
            <source>Fine-tuned on “{}”, an area of your own; its figures may not apply elsewhere.</source>
            <translation>Ajustado com “{}”, uma área própria; seus números podem não valer em outros lugares.</translation>
        </message>
        <message>
            <source>It learnt what its base predicts with an optical image, without drawn labels: use it for SAR alone; with an optical layer, its base is the better choice.</source>
            <translation>Ele aprendeu o que seu modelo base prevê com uma imagem óptica, sem rótulos desenhados: use-o só com SAR; com uma camada óptica, o modelo base é a melhor escolha.</translation>
        </message>
        <message>
            <source>It learnt from SAR alone: with an optical layer, its base is the better choice.</source>
            <translation>Ele aprendeu só com SAR: com uma camada óptica, o modelo base é a melhor escolha.</translation>
        </message>
        <message>
            <source>It is a copy of its base: the trained weights were not better by more than chance.</source>
            <translation>É uma cópia da sua base: os pesos treinados não foram melhores além do acaso.</translation>
        </message>
        <message>
            <source>--part and --scheduler are given; choose one of them.</source>
            <translation>Foram indicados --part e --scheduler; escolha um dos dois.</translation>
        </message>
        <message>
            <source>--all-pixels needs --part; leave it out, or add --part I/N.</source>
            <translation>--all-pixels precisa de --part; omita-o ou adicione --part I/N.</translation>
        </message>
        <message>
            <source>--parts needs --scheduler; leave it out, or use --part I/N.</source>
            <translation>--parts precisa de --scheduler; omita-o ou use --part I/N.</translation>
        </message>
        <message>
            <source>--probability does not go with --part; give it to join.</source>
            <translation>--probability não pode ser usado com --part; indique-o em join.</translation>
        </message>
        <message>
            <source>{option} has an odd number of coordinates; give x and y of each point.</source>
            <translation>{option} tem um número ímpar de coordenadas; indique x e y de cada ponto.</translation>
        </message>
        <message>
            <source>{names} cannot be combined with the other options; see train --help.</source>
            <translation>{names} não pode ser combinado com as outras opções; veja train --help.</translation>
        </message>
        <message>
            <source>--preset is given with --base, which has its own; leave out one of them.</source>
            <translation>--preset é dado junto com --base, que tem o seu próprio; omita um dos dois.</translation>
        </message>
        <message>
            <source>There are no labels to train on; give a file of building polygons with --labels, or --labels {optical}.</source>
            <translation>Não há rótulos com os quais treinar; informe um arquivo de polígonos de edificações com --labels, ou --labels {optical}.</translation>
        </message>
        <message>
            <source>The file has no building where the SAR layer is valid inside the labelled area; choose labels and an area of this scene: {name}</source>
            <translation>O arquivo não tem nenhuma edificação onde a camada SAR é válida dentro da área rotulada; escolha rótulos e uma área desta cena: {name}</translation>
        </message>
        <message>
            <source>The labelled area takes {width} x {height} pixels of {pixel_size_m:g} m, more than can be trained on at a time ({limit:.0f} million); choose a smaller area.</source>
            <translation>A área rotulada ocupa {width} x {height} pixels de {pixel_size_m:g} m, mais do que pode ser treinado de uma vez ({limit:.0f} milhões); escolha uma área menor.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of building polygons: {name}</source>
            <translation>O arquivo não tem polígonos; escolha uma camada de polígonos de edificações: {name}</translation>
        </message>
        <message>
            <source>The file lists no scenes; prepare the scenes with fewer folds: {path}</source>
            <translation>O arquivo não contém nenhuma cena; prepare as cenas com menos partições: {path}</translation>
        </message>
        <message>
            <source>The scenes of {path} have pixels of {prepared_m:g} m, not {pixel_size_m:g} m; train with --pixel-size {prepared_m:g}.</source>
            <translation>As cenas de {path} têm pixels de {prepared_m:g} m, não de {pixel_size_m:g} m; treine com --pixel-size {prepared_m:g}.</translation>
        </message>
        <message>
            <source>The scenes need {needed:.0f} GB and the disk has {free:.0f} GB free; choose a folder on a larger disk.</source>
            <translation>As cenas precisam de {needed:.0f} GB e o disco tem {free:.0f} GB livres; escolha uma pasta em um disco maior.</translation>
        </message>
        <message>
            <source>There is no scene {name} in the store; prepare the scenes again.</source>
            <translation>A cena {name} não está no repositório; prepare as cenas novamente.</translation>
        </message>
        <message>
            <source>The file is not a list of prepared scenes ({reason}); give one that was written with the scenes: {path}</source>
            <translation>O arquivo não é uma lista de cenas preparadas ({reason}); indique uma que tenha sido gravada com as cenas: {path}</translation>
        </message>
        <message>
            <source>The folder has no prepared scenes ({reason}); prepare them again: {folder}</source>
            <translation>A pasta não tem cenas preparadas ({reason}); prepare-as novamente: {folder}</translation>
        </message>
        <message>
            <source>Scene {name}: {warning}</source>
            <translation>Cena {name}: {warning}</translation>
        </message>
        <message>
            <source>The folder is not a scene: it has no {name}; give folders with sar.tif, buildings.geojson and, optionally, optical.tif: {folder}</source>
            <translation>A pasta não é uma cena: falta {name}; indique pastas com sar.tif, buildings.geojson e, opcionalmente, optical.tif: {folder}</translation>
        </message>
        <message>
            <source>The folder has no SAR_orientations.txt; unpack the training data again: {folder}</source>
            <translation>A pasta não tem SAR_orientations.txt; descompacte novamente os dados de treinamento: {folder}</translation>
        </message>
        <message>
            <source>The folder has no tile in SAR-Intensity; give the folder {folder_name} of the training data: {root}</source>
            <translation>A pasta não tem nenhum bloco em SAR-Intensity; indique a pasta {folder_name} dos dados de treinamento: {root}</translation>
        </message>
        <message>
            <source>The orientation of the strip of {sar} is not listed in {folder}; remove the file or unpack the training data again.</source>
            <translation>A orientação da faixa de {sar} não consta em {folder}; remova o arquivo ou descompacte novamente os dados de treinamento.</translation>
        </message>
        <message>
            <source>The file has {width} x {height} pixels where other tiles have {first_width} x {first_height}; unpack the training data again: {sar}</source>
            <translation>O arquivo tem {width} x {height} pixels e outros blocos têm {first_width} x {first_height}; descompacte novamente os dados de treinamento: {sar}</translation>
        </message>
        <message>
            <source>The file is not a summary of SpaceNet 6 ({reason}); unpack it again: {path}</source>
            <translation>O arquivo não é um resumo do SpaceNet 6 ({reason}); descompacte-o novamente: {path}</translation>
        </message>
        <message>
            <source>The file is not north-up with pixels of {size} m, as SpaceNet 6 is; unpack the training data again: {path}</source>
            <translation>O arquivo não está orientado ao norte com pixels de {size} m, como o SpaceNet 6; descompacte novamente os dados de treinamento: {path}</translation>
        </message>
        <message>
            <source>The file has {bands} bands instead of {count}; unpack the training data again: {path}</source>
            <translation>O arquivo tem {bands} bandas em vez de {count}; descompacte novamente os dados de treinamento: {path}</translation>
        </message>
        <message>
            <source>{folds} folds are too few to train, validate and test; give 3 or more.</source>
            <translation>{folds} partições são poucas para treinar, validar e testar; indique 3 ou mais.</translation>
        </message>
        <message>
            <source>The images cover {extent:.0f} m, too little for {folds} folds with guard bands of {guard_m:g} m; give fewer folds or a narrower band.</source>
            <translation>As imagens abrangem {extent:.0f} m, muito pouco para {folds} partições com faixas de separação de {guard_m:g} m; indique menos partições ou uma faixa mais estreita.</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a file of polygons: {path}</source>
            <translation>O arquivo não tem polígonos; escolha um arquivo de polígonos: {path}</translation>
        </message>
        <message>
            <source>The coordinates are not degrees, but the coordinate system is; assign the right one: {name}.</source>
            <translation>As coordenadas não estão em graus, mas o sistema de coordenadas está; atribua o correto: {name}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of both layers.</source>
            <translation>Há coordenadas fora do intervalo do seu sistema de coordenadas; verifique o sistema de coordenadas de ambas as camadas.</translation>
        </message>
        <message>
            <source>The layers are outside the area or the probability file; choose others of this place.</source>
            <translation>As camadas estão fora da área ou do arquivo de probabilidade; escolha outras deste lugar.</translation>
        </message>
        <message>
            <source>Polygons outside the range of the coordinate system are left out: {count} of {what}.</source>
            <translation>São omitidos polígonos fora do intervalo do sistema de coordenadas: {count} de {what}.</translation>
        </message>
        <message>
            <source>The coordinate system is local or of another planet; assign the layer the right one: {crs}.</source>
            <translation>O sistema de coordenadas é local ou de outro planeta; atribua à camada o correto: {crs}.</translation>
        </message>
        <message>
            <source>Some polygons are outside the range of their coordinate system; assign the layer the right one.</source>
            <translation>Alguns polígonos estão fora do intervalo do seu sistema de coordenadas; atribua à camada o correto.</translation>
        </message>
        <message>
            <source>Reading GeoParquet needs the Python package pyarrow; install it, or convert the file to a GeoPackage: {path}</source>
            <translation>Para ler GeoParquet é preciso o pacote Python pyarrow; instale-o ou converta o arquivo em um GeoPackage: {path}</translation>
        </message>
        <message>
            <source>The file is not GeoParquet that can be read; choose another: {path}</source>
            <translation>O arquivo não é um GeoParquet legível; escolha outro: {path}</translation>
        </message>
        <message>
            <source>The geometries are not stored as WKB; convert the file to a GeoPackage: {path}</source>
            <translation>As geometrias não estão gravadas como WKB; converta o arquivo em um GeoPackage: {path}</translation>
        </message>
        <message>
            <source>The footprints of a part are damaged or of another version; delete them, or compute them again: {path}</source>
            <translation>Os contornos de uma parte estão danificados ou são de outra versão; exclua-os ou calcule-os novamente: {path}</translation>
        </message>
        <message>
            <source>Polygons that cross themselves or are otherwise invalid were repaired ({count}); check them if they matter.</source>
            <translation>Polígonos que se cruzam ou são inválidos por outro motivo foram reparados ({count}); verifique-os se forem importantes.</translation>
        </message>
        <message>
            <source>Features without a polygon: {skipped} of {count} in {name}.</source>
            <translation>Feições sem polígono: {skipped} de {count} em {name}.</translation>
        </message>
        <message>
            <source>No coordinate system, but coordinates in degrees; assign the coordinate system: {path}.</source>
            <translation>Não há sistema de coordenadas, mas as coordenadas estão em graus; atribua o sistema de coordenadas: {path}.</translation>
        </message>
        <message>
            <source>The file is not a vector file that can be read; choose a file of polygons: {path}</source>
            <translation>O arquivo não é um arquivo vetorial que possa ser lido; escolha um arquivo de polígonos: {path}</translation>
        </message>
        <message>
            <source>A file of the shapefile is missing, {index}; copy it next to this one: {path}</source>
            <translation>Falta um arquivo do shapefile, {index}; copie-o para junto deste: {path}</translation>
        </message>
        <message>
            <source>The archive contains several layers ({layers}); unpack it and choose one of its files: {path}</source>
            <translation>O arquivo compactado contém várias camadas ({layers}); descompacte-o e escolha um dos seus arquivos: {path}</translation>
        </message>
        <message>
            <source>The file does not exist; choose a file of polygons: {path}</source>
            <translation>O arquivo não existe; escolha um arquivo de polígonos: {path}</translation>
        </message>
        <message>
            <source>The text is not UTF-8, so letters with accents may be wrong: {name}.</source>
            <translation>O texto não está em UTF-8, por isso letras com acentos podem estar erradas: {name}.</translation>
        </message>
        <message>
            <source>Dates that do not exist are left out ({count}): {name}.</source>
            <translation>Datas que não existem são omitidas ({count}): {name}.</translation>
        </message>
        <message>
            <source>There is no layer {wanted}; choose one of its layers, {names}: {path}.</source>
            <translation>Não há nenhuma camada {wanted}; escolha uma de suas camadas, {names}: {path}.</translation>
        </message>
        <message>
            <source>There are several layers; choose one as PATH{separator}NAME, where NAME is one of {layers}: {path}.</source>
            <translation>Há várias camadas; escolha uma como PATH{separator}NAME, em que NAME é uma de {layers}: {path}.</translation>
        </message>
        <message>
            <source>The coordinate system in the file is damaged; assign it again: {path}.</source>
            <translation>O sistema de coordenadas do arquivo está danificado; atribua-o novamente: {path}.</translation>
        </message>
        <message>
            <source>Two fields are called {name}; the second is now {unique}: {path}.</source>
            <translation>Dois campos se chamam {name}; o segundo agora é {unique}: {path}.</translation>
        </message>
        <message>
            <source>A GeoPackage holds at most {most:,} fields; choose .fgb or .parquet, or remove some of the {count:,}.</source>
            <translation>Um GeoPackage comporta no máximo {most:,} campos; escolha .fgb ou .parquet, ou remova alguns dos {count:,}.</translation>
        </message>
        <message>
            <source>GeoJSON cannot store this coordinate system; choose .gpkg or .fgb: {crs}.</source>
            <translation>O GeoJSON não pode guardar este sistema de coordenadas; escolha .gpkg ou .fgb: {crs}.</translation>
        </message>
        <message>
            <source>{field} must be one of {allowed}, not {value}.</source>
            <translation>{field} deve ser um de {allowed}, não {value}.</translation>
        </message>
        <message>
            <source>{field} must be between 0 and 1, not {value}.</source>
            <translation>{field} deve estar entre 0 e 1, não {value}.</translation>
        </message>
        <message>
            <source>{field} must be at least {least:g}, not {value}.</source>
            <translation>{field} deve ser pelo menos {least:g}, não {value}.</translation>
        </message>
        <message>
            <source>{field} must be more than {bound:g}, not {value}.</source>
            <translation>{field} deve ser maior que {bound:g}, não {value}.</translation>
        </message>
        <message>
            <source>{field} must be a finite number, not {value}.</source>
            <translation>{field} deve ser um número finito, não {value}.</translation>
        </message>
        <message>
            <source>{field} must be at most {most:,}, not {value}.</source>
            <translation>{field} deve ser no máximo {most:,}, não {value}.</translation>
        </message>
        <message>
            <source>A style is given for the city of a file; leave out the style or the file: {city}</source>
            <translation>Um estilo é dado para a cidade de um arquivo; omita o estilo ou o arquivo: {city}</translation>
        </message>
        <message>
            <source>polarisations must name at least one.</source>
            <translation>polarisations deve indicar pelo menos uma.</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Permissão negada</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Operação não permitida</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Arquivo ou pasta inexistente</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>O arquivo já existe</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>Não é uma pasta</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>É uma pasta</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Nome de arquivo longo demais</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Arquivo grande demais</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Sistema de arquivos somente leitura</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>Dispositivo ou recurso ocupado</translation>
        </message>
        <message>
            <source>Text file busy</source>
            <translation>O arquivo de programa está em uso</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>A pasta não está vazia</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Erro de entrada/saída</translation>
        </message>
        <message>
            <source>Invalid argument</source>
            <translation>Argumento inválido</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>Arquivos abertos demais</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Níveis demais de links simbólicos</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>Identificador de arquivo obsoleto</translation>
        </message>
        <message>
            <source>The training has diverged: its loss or its weights are not finite; lower the learning rate or the weights of the loss, and start again.</source>
            <translation>O treinamento divergiu: sua perda ou seus pesos não são finitos; reduza a taxa de aprendizado ou os pesos da perda e comece de novo.</translation>
        </message>
        <message>
            <source>part must be between 1 and {parts}.</source>
            <translation>part deve estar entre 1 e {parts}.</translation>
        </message>
        <message>
            <source>parts must name at least one file.</source>
            <translation>parts deve indicar pelo menos um arquivo.</translation>
        </message>
        <message>
            <source>scheduler must be an address, or local:N.</source>
            <translation>scheduler deve ser um endereço, ou local:N.</translation>
        </message>
        <message>
            <source>inside must have at least one point.</source>
            <translation>inside deve ter pelo menos um ponto.</translation>
        </message>
        <message>
            <source>The point {x}, {y} is not finite.</source>
            <translation>O ponto {x}, {y} não é finito.</translation>
        </message>
        <message>
            <source>label of a raster in another file</source>
            <translation>descrição de um raster que está em outro arquivo</translation>
        </message>
        <message>
            <source>coordinate system at an address</source>
            <translation>sistema de coordenadas em um endereço</translation>
        </message>
        <message>
            <source>tables in other files</source>
            <translation>tabelas em outros arquivos</translation>
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
            <translation>serviço web de feições</translation>
        </message>
        <message>
            <source>web service</source>
            <translation>serviço web</translation>
        </message>
        <message>
            <source>tile index</source>
            <translation>índice de blocos</translation>
        </message>
        <message>
            <source>cache of another raster</source>
            <translation>cache de outro raster</translation>
        </message>
        <message>
            <source>GDAL pipeline</source>
            <translation>cadeia de processamento do GDAL</translation>
        </message>
        <message>
            <source>file with foreign overviews</source>
            <translation>arquivo com pirâmides alheias</translation>
        </message>
        <message>
            <source>The view {view} of the file takes too long or never ends; remove it, or save the layer that you need as a new file: {path}</source>
            <translation>A visão {view} do arquivo demora demais ou nunca termina; remova-a, ou salve a camada de que precisa como um novo arquivo: {path}</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written ({reason}); choose another one.</source>
            <translation>Não é possível gravar na pasta {folder} ({reason}); escolha outra.</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it or choose another name: {out}</source>
            <translation>Não é possível substituir a saída ({reason}); feche o que a está usando ou escolha outro nome: {out}</translation>
        </message>
        <message>
            <source>The output cannot be replaced ({reason}); close what uses it, and find the new result in {kept}: {out}</source>
            <translation>Não é possível substituir a saída ({reason}); feche o que a está usando; o novo resultado está em {kept}: {out}</translation>
        </message>
        <message>
            <source>The disk of {folder} is full; free some space and start again.</source>
            <translation>O disco de {folder} está cheio; libere espaço e comece novamente.</translation>
        </message>
        <message>
            <source>its name or that of the output is not UTF-8</source>
            <translation>seu nome ou o da saída não está em UTF-8</translation>
        </message>
        <message>
            <source>The output has several files, of which one exists ({name}); choose another name: {out}</source>
            <translation>A saída tem vários arquivos, dos quais um já existe ({name}); escolha outro nome: {out}</translation>
        </message>
        <message>
            <source>Another run is writing this output; wait until it has finished, or delete {name} if there is none: {out}</source>
            <translation>Outra execução está gravando esta saída; aguarde até que termine ou, se não houver nenhuma, exclua {name}: {out}</translation>
        </message>
        <message>
            <source>it is open in another program</source>
            <translation>está aberto em outro programa</translation>
        </message>
        <message>
            <source>it was changed by another program</source>
            <translation>foi alterado por outro programa</translation>
        </message>
        <message>
            <source>The model has no {weights}; delete it or import it again: {model}.</source>
            <translation>O modelo não tem {weights}; exclua-o ou importe-o novamente: {model}.</translation>
        </message>
        <message>
            <source>A model’s name must have 1 to {longest} characters; choose another.</source>
            <translation>O nome de um modelo deve ter de 1 a {longest} caracteres; escolha outro.</translation>
        </message>
        <message>
            <source>Another model has this name; choose another: {title}</source>
            <translation>Outro modelo tem este nome; escolha outro: {title}</translation>
        </message>
        <message>
            <source>The file belongs to the model itself; choose another name: {path}</source>
            <translation>O arquivo pertence ao próprio modelo; escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The file is not the zip of one model ({count} files {manifest} at its top); choose one that was made with Export: {path}</source>
            <translation>O arquivo não é o zip de um só modelo ({count} arquivos {manifest} no primeiro nível); escolha um criado com Exportar: {path}</translation>
        </message>
        <message>
            <source>The weights do not match the manifest of the model (wrong sha-256); get a new copy: {model}.</source>
            <translation>Os pesos não correspondem ao manifesto do modelo (sha-256 incorreto); obtenha uma nova cópia: {model}.</translation>
        </message>
        <message>
            <source>The model {folder} cannot be deleted ({reason}); close what uses its files and try again.</source>
            <translation>Não é possível excluir o modelo {folder} ({reason}); feche o que usa seus arquivos e tente novamente.</translation>
        </message>
        <message>
            <source>The file cannot be unpacked ({reason}); it is damaged or not a zip of a model: get a new copy: {path}</source>
            <translation>Não é possível descompactar o arquivo ({reason}); está danificado ou não é o zip de um modelo: obtenha uma nova cópia: {path}</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose the zip of a model: {path}</source>
            <translation>Não é possível ler o arquivo ({reason}); escolha o zip de um modelo: {path}</translation>
        </message>
        <message>
            <source>The file is not a zip that was made with Export (compression method {method}); get a new copy: {path}</source>
            <translation>O arquivo não é um zip criado com Exportar (método de compressão {method}); obtenha uma nova cópia: {path}</translation>
        </message>
        <message>
            <source>The file is not a model: its {name} would unpack to {size:,} bytes; do not use this file: {path}</source>
            <translation>O arquivo não é um modelo: seu {name} ocuparia {size:,} bytes depois de descompactado; não use este arquivo: {path}</translation>
        </message>
        <message>
            <source>The weights of the model cannot be read; get a new copy: {model}.</source>
            <translation>Não é possível ler os pesos do modelo; obtenha uma nova cópia: {model}.</translation>
        </message>
        <message>
            <source>The blocks in the zip are not GeoJSON; do not use this file: {path}.</source>
            <translation>Os blocos no zip não são GeoJSON; não use este arquivo: {path}.</translation>
        </message>
        <message>
            <source>The model needs a network {preset} that this version does not have; update the plugin or choose another model: {model}.</source>
            <translation>O modelo precisa de uma rede {preset} que esta versão não tem; atualize o complemento ou escolha outro modelo: {model}.</translation>
        </message>
        <message>
            <source>The model is of a format that this version does not know; update the plugin or choose another model: {model}.</source>
            <translation>O modelo está em um formato que esta versão não conhece; atualize o complemento ou escolha outro modelo: {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read (more than {levels} levels); choose another model: {model}.</source>
            <translation>Não é possível ler o manifesto do modelo (mais de {levels} níveis); escolha outro modelo: {model}.</translation>
        </message>
        <message>
            <source>it is of type {kind}</source>
            <translation>é do tipo {kind}</translation>
        </message>
        <message>
            <source>it is not a SHA-256</source>
            <translation>não é um SHA-256</translation>
        </message>
        <message>
            <source>a version is not a text</source>
            <translation>uma versão não é um texto</translation>
        </message>
        <message>
            <source>The manifest of the model is incomplete ({reason}); install the model again: {model}.</source>
            <translation>O manifesto do modelo está incompleto ({reason}); instale o modelo novamente: {model}.</translation>
        </message>
        <message>
            <source>The model has no valid {name} ({problem}); choose another model: {model}.</source>
            <translation>O modelo não tem um valor válido de {name} ({problem}); escolha outro modelo: {model}.</translation>
        </message>
        <message>
            <source>The folder is not a model: it has no {manifest}; choose a model folder: {model}.</source>
            <translation>A pasta não é um modelo: falta {manifest}; escolha a pasta de um modelo: {model}.</translation>
        </message>
        <message>
            <source>The manifest of the model cannot be read ({reason}); install the model again: {model}.</source>
            <translation>Não é possível ler o manifesto do modelo ({reason}); instale o modelo novamente: {model}.</translation>
        </message>
        <message>
            <source>{value} is not between {low:g} and {high:g}</source>
            <translation>{value} não está entre {low:g} e {high:g}</translation>
        </message>
        <message>
            <source>it has {count:,} characters, more than {most:,}</source>
            <translation>tem {count:,} caracteres, mais de {most:,}</translation>
        </message>
        <message>
            <source>it has control characters</source>
            <translation>tem caracteres de controle</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>está vazio</translation>
        </message>
        <message>
            <source>The model does not exist; choose another model: {model}.</source>
            <translation>O modelo não existe; escolha outro modelo: {model}.</translation>
        </message>
        <message>
            <source>There are no scenes to train on: name at least one folder with sar.tif.</source>
            <translation>Não há cenas com que treinar: indique pelo menos uma pasta com sar.tif.</translation>
        </message>
        <message>
            <source>imagenet is given with a base, which has weights; leave out one of them: {path}</source>
            <translation>imagenet é dado junto com um modelo base, que já tem pesos; omita um dos dois: {path}</translation>
        </message>
        <message>
            <source>frozen_teacher keeps the OPT branch of a base; give a base too.</source>
            <translation>frozen_teacher mantém o ramo OPT de um modelo base; informe também um modelo base.</translation>
        </message>
        <message>
            <source>There is no optical image to take labels from; choose an optical layer, or labels that are drawn.</source>
            <translation>Não há nenhuma imagem óptica de onde tirar rótulos; escolha uma camada óptica, ou rótulos desenhados.</translation>
        </message>
        <message>
            <source>Labels from optical cannot be partial; leave labels_quality at {complete}.</source>
            <translation>Os rótulos da imagem óptica não podem ser parciais; deixe labels_quality em {complete}.</translation>
        </message>
        <message>
            <source>Corrections need labels from optical, which they correct; leave them out, or take the labels from optical.</source>
            <translation>As correções corrigem rótulos da imagem óptica; retire-as ou tome os rótulos da imagem óptica.</translation>
        </message>
        <message>
            <source>The path is a device or a pipe; choose a file: {path}</source>
            <translation>O caminho é um dispositivo ou um pipe; escolha um arquivo: {path}</translation>
        </message>
        <message>
            <source>There is a device or a pipe next to the input; move it to another folder: {path}</source>
            <translation>Há um dispositivo ou um pipe ao lado da entrada; mova-o para outra pasta: {path}</translation>
        </message>
        <message>
            <source>The source must have 1 to {most} printable characters, not {value}.</source>
            <translation>A fonte deve ter de 1 a {most} caracteres imprimíveis, não {value}.</translation>
        </message>
        <message>
            <source>{field} must be an object, not {kind}.</source>
            <translation>{field} deve ser um objeto, não {kind}.</translation>
        </message>
        <message>
            <source>{field} has no field {key}.</source>
            <translation>{field} não tem o campo {key}.</translation>
        </message>
        <message>
            <source>{field} must be of type {wanted}, not {kind}.</source>
            <translation>{field} deve ser do tipo {wanted}, não {kind}.</translation>
        </message>
        <message>
            <source>{field} has no value for {key}.</source>
            <translation>{field} não tem valor para {key}.</translation>
        </message>
        <message>
            <source>{field} must be a list, not {kind}.</source>
            <translation>{field} deve ser uma lista, não {kind}.</translation>
        </message>
        <message>
            <source>{field} must have {count} values, not {given}.</source>
            <translation>{field} deve ter {count} valores, não {given}.</translation>
        </message>
        <message>
            <source>{field} is too large.</source>
            <translation>{field} é grande demais.</translation>
        </message>
        <message>
            <source>in Settings &gt; Options &gt; CMH-CL</source>
            <translation>em Configurações &gt; Opções &gt; CMH-CL</translation>
        </message>
        <message>
            <source>The file refers to other data ({kind}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>O arquivo remete a outros dados ({kind}); salve-o como GeoTIFF ou GeoPackage, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to virtual files that refer to others; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>O arquivo virtual remete a arquivos virtuais que remetem a outros; salve-o como GeoTIFF ou GeoPackage, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>A connection of GDAL is given instead of a file on this computer; save its content as a file, or allow references {setting}: {text}</source>
            <translation>Foi indicada uma conexão do GDAL em vez de um arquivo deste computador; salve seu conteúdo em um arquivo, ou permita as referências {setting}: {text}</translation>
        </message>
        <message>
            <source>A file next to the raster refers to other data; remove it, or allow references {setting}: {path}.</source>
            <translation>Um arquivo ao lado do raster remete a outros dados; remova-o, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file cannot be checked ({reason}); save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>Não é possível verificar o arquivo virtual ({reason}); salve-o como GeoTIFF ou GeoPackage, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is no file on this computer; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>O arquivo virtual remete a {source}, que não é um arquivo deste computador; salve-o como GeoTIFF ou GeoPackage, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is outside its folder; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>O arquivo virtual remete a {source}, que está fora de sua pasta; salve-o como GeoTIFF ou GeoPackage, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>The virtual file refers to {source}, which is not of a format that is read from there; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.</source>
            <translation>O arquivo virtual remete a {source}, cujo formato não é lido a partir dele; salve-o como GeoTIFF ou GeoPackage, ou permita as referências {setting}: {path}.</translation>
        </message>
        <message>
            <source>warped virtual raster</source>
            <translation>raster virtual com distorção</translation>
        </message>
        <message>
            <source>Two bands have the same polarisation ({names}); choose a different one for each.</source>
            <translation>Duas bandas têm a mesma polarização ({names}); escolha uma diferente para cada uma.</translation>
        </message>
        <message>
            <source>sar must name at least one raster file.</source>
            <translation>sar deve indicar pelo menos um arquivo raster.</translation>
        </message>
        <message>
            <source>optical_crs is given without an optical image; leave it out, or give the image.</source>
            <translation>optical_crs é dado sem uma imagem óptica; omita-o, ou informe a imagem.</translation>
        </message>
        <message>
            <source>crop must be a multiple of {stride} pixels, not {crop}.</source>
            <translation>crop deve ser um múltiplo de {stride} pixels, não {crop}.</translation>
        </message>
        <message>
            <source>The points are too far apart for one building; click points that are at most {reach:.0f} m apart.</source>
            <translation>Os pontos estão distantes demais para uma só edificação; clique em pontos com no máximo {reach:.0f} m entre si.</translation>
        </message>
        <message>
            <source>The point {x:g}, {y:g} is outside the SAR layer; click on the layer: {path}.</source>
            <translation>O ponto {x:g}, {y:g} está fora da camada SAR; clique na camada: {path}.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU found</source>
            <translation>nenhuma GPU NVIDIA encontrada</translation>
        </message>
        <message>
            <source>This build of PyTorch has no code for the {gpu}; choose auto or cpu.</source>
            <translation>Esta compilação do PyTorch não tem código para a {gpu}; escolha auto ou cpu.</translation>
        </message>
        <message>
            <source>This machine has no {wanted} device; choose auto or cpu.</source>
            <translation>Esta máquina não tem nenhum dispositivo {wanted}; escolha auto ou cpu.</translation>
        </message>
        <message>
            <source>as chosen in the settings</source>
            <translation>conforme escolhido nas configurações</translation>
        </message>
        <message>
            <source>{gpu} found</source>
            <translation>{gpu} encontrada</translation>
        </message>
        <message>
            <source>Apple GPU found</source>
            <translation>GPU Apple encontrada</translation>
        </message>
        <message>
            <source>this PyTorch was built without GPU support</source>
            <translation>este PyTorch foi compilado sem suporte a GPU</translation>
        </message>
        <message>
            <source>this build of PyTorch has no code for the NVIDIA GPU</source>
            <translation>esta compilação do PyTorch não tem código para a GPU NVIDIA</translation>
        </message>
        <message>
            <source>OpenVINO does not work on this machine</source>
            <translation>o OpenVINO não funciona nesta máquina</translation>
        </message>
        <message>
            <source>faster than OpenVINO on this machine</source>
            <translation>mais rápido que o OpenVINO nesta máquina</translation>
        </message>
        <message>
            <source>8-bit inference needs OpenVINO, which is not installed; choose another device, or install the Python environment again in the options.</source>
            <translation>A inferência de 8 bits precisa do OpenVINO, que não está instalado; escolha outro dispositivo ou instale de novo o ambiente Python nas opções.</translation>
        </message>
        <message>
            <source>faster than PyTorch on this machine</source>
            <translation>mais rápido que o PyTorch nesta máquina</translation>
        </message>
        <message>
            <source>8-bit inference changes {share:.2%} of the sampled pixels</source>
            <translation>A inferência de 8 bits altera {share:.2%} dos pixels examinados</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the scene is too small to gain time</source>
            <translation>A inferência de 8 bits não é usada: a cena é pequena demais para ganhar tempo</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it is no faster on this machine</source>
            <translation>A inferência de 8 bits não é usada: ela não é mais rápida neste computador</translation>
        </message>
        <message>
            <source>8-bit inference is not used: the sampled places have no data</source>
            <translation>A inferência de 8 bits não é usada: os locais examinados não têm dados</translation>
        </message>
        <message>
            <source>8-bit inference is not used: it would change {share:.2%} of the pixels</source>
            <translation>A inferência de 8 bits não é usada: ela alteraria {share:.2%} dos pixels</translation>
        </message>
        <message>
            <source>Quantising</source>
            <translation>Quantização</translation>
        </message>
        <message>
            <source>8-bit inference does not work on this machine</source>
            <translation>A inferência de 8 bits não funciona neste computador</translation>
        </message>
        <message>
            <source>The model computes values that are not finite; choose another model, or train it again with a lower learning rate.</source>
            <translation>O modelo calcula valores que não são números finitos; escolha outro modelo ou treine-o de novo com uma taxa de aprendizado menor.</translation>
        </message>
        <message>
            <source>Extracting</source>
            <translation>Extraindo</translation>
        </message>
        <message>
            <source>ONNX files need the library onnx; export without them (on the command line: --no-onnx), or install it: {command}</source>
            <translation>Os arquivos ONNX precisam da biblioteca onnx; exporte sem eles (na linha de comando: --no-onnx) ou instale-a: {command}</translation>
        </message>
        <message>
            <source>The weights {path} are not those that the model was made with (wrong sha-256); install the model again.</source>
            <translation>Os pesos {path} não são aqueles com que o modelo foi criado (sha-256 incorreto); instale o modelo novamente.</translation>
        </message>
        <message>
            <source>The weights {path} are not all finite numbers; choose another model, or train this one again.</source>
            <translation>Os pesos {path} não são todos números finitos; escolha outro modelo ou treine este de novo.</translation>
        </message>
        <message>
            <source>The weights {path} cannot be read ({reason}); install the model again.</source>
            <translation>Não é possível ler os pesos {path} ({reason}); instale o modelo novamente.</translation>
        </message>
        <message>
            <source>The weights {path} do not fit the network {preset}; install the model again.</source>
            <translation>Os pesos {path} não correspondem à rede {preset}; instale o modelo novamente.</translation>
        </message>
        <message>
            <source>The output must end in {names} or {last}; change its name: {path}</source>
            <translation>A saída deve terminar em {names} ou {last}; altere seu nome: {path}</translation>
        </message>
        <message>
            <source>The output has no valid name; name a file or folder: {path}</source>
            <translation>A saída não tem um nome válido; indique um arquivo ou uma pasta: {path}</translation>
        </message>
        <message>
            <source>The output is not a file on this computer; choose another name: {path}</source>
            <translation>A saída não é um arquivo deste computador; escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output must end in {name}; change its name: {path}</source>
            <translation>A saída deve terminar em {name}; altere seu nome: {path}</translation>
        </message>
        <message>
            <source>The output is a file, not a folder; choose another name: {path}</source>
            <translation>A saída é um arquivo, não uma pasta; escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output exists and is not a file; choose another name: {path}</source>
            <translation>A saída já existe e não é um arquivo; escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output exists; choose another name or replace it with --overwrite: {path}</source>
            <translation>A saída já existe; escolha outro nome ou substitua-a com --overwrite: {path}</translation>
        </message>
        <message>
            <source>The output is read-only; choose another name: {path}</source>
            <translation>A saída é somente leitura; escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>{problem}; choose another name: {path}</source>
            <translation>{problem}; escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The file {name} was made for another raster and would be read with the output; remove it or choose another name: {path}</source>
            <translation>O arquivo {name} foi criado para outro raster e seria lido com a saída; remova-o ou escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output is open in another program, or was not closed properly: it has the journal {journal}; close it there or choose another name: {path}</source>
            <translation>A saída está aberta em outro programa ou não foi fechada corretamente: ela tem o journal {journal}; feche-a lá ou escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another name: {path}</source>
            <translation>A saída está aberta em outro programa; feche-a lá ou escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output is read by the same job ({name}); choose another name: {path}</source>
            <translation>A saída é lida pela mesma tarefa ({name}); escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>Two outputs of the job have the same name; choose another for one: {path}</source>
            <translation>Duas saídas da tarefa têm o mesmo nome; escolha outro para uma delas: {path}</translation>
        </message>
        <message>
            <source>The output has a name that cannot be written ({reason}); choose another name: {path}</source>
            <translation>A saída tem um nome que não pode ser gravado ({reason}); escolha outro nome: {path}</translation>
        </message>
        <message>
            <source>The output exists and cannot be read ({reason})</source>
            <translation>A saída já existe e não pode ser lida ({reason})</translation>
        </message>
        <message>
            <source>{problem}; move them and start again: {path}</source>
            <translation>{problem}; mova-os e comece novamente: {path}</translation>
        </message>
        <message>
            <source>The output exists and was not written by this program</source>
            <translation>A saída já existe e não foi gravada por este programa</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} e mais {count}</translation>
        </message>
        <message>
            <source>The output has other tables or triggers, which would be lost ({names})</source>
            <translation>A saída tem outras tabelas ou gatilhos, que se perderiam ({names})</translation>
        </message>
        <message>
            <source>The output is a folder with other files, which would be lost ({names})</source>
            <translation>A saída é uma pasta com outros arquivos, que seriam perdidos ({names})</translation>
        </message>
        <message>
            <source>by their names or colours</source>
            <translation>por seus nomes ou cores</translation>
        </message>
        <message>
            <source>8-bit values without a polarisation</source>
            <translation>valores de 8 bits sem polarização</translation>
        </message>
        <message>
            <source>The bands have no names of polarisations and are taken to be {names}; if they are others, choose the polarisations: {name}</source>
            <translation>As bandas não têm nomes de polarizações e são tomadas como {names}; se forem outras, escolha as polarizações: {name}</translation>
        </message>
        <message>
            <source>The {count} bands look like an optical image ({reason}); choose a SAR layer, or name its bands in the file, or choose the polarisations in the order of bands: {path}.</source>
            <translation>As {count} bandas parecem uma imagem óptica ({reason}); escolha uma camada SAR, ou nomeie suas bandas no arquivo, ou escolha as polarizações na ordem das bandas: {path}.</translation>
        </message>
        <message>
            <source>The {count} bands have values about zero, like the real and the imaginary part of complex values; choose the amplitude, or name its bands in the file, or choose the polarisations, in the order of bands: {path}.</source>
            <translation>As {count} bandas têm valores em torno de zero, como a parte real e a imaginária de valores complexos; escolha a amplitude, nomeie suas bandas no arquivo ou escolha as polarizações, na ordem das bandas: {path}.</translation>
        </message>
        <message>
            <source>{count} bands are more than there are polarisations ({most}); choose a SAR layer of 1 to {most} bands: {files}</source>
            <translation>{count} bandas são mais do que as polarizações existentes ({most}); escolha uma camada SAR de 1 a {most} bandas: {files}</translation>
        </message>
        <message>
            <source>The polarisations of the bands are unclear ({named} for {count} bands); name each band as one of {polarisations}: {files}</source>
            <translation>As polarizações das bandas não estão claras ({named} para {count} bandas); nomeie cada banda com uma de {polarisations}: {files}</translation>
        </message>
        <message>
            <source>The polarisations {names} must be different and among {polarisations}; name each band as a different one: {files}</source>
            <translation>As polarizações {names} devem ser diferentes e estar entre {polarisations}; nomeie cada banda com uma diferente: {files}</translation>
        </message>
        <message>
            <source>The file has {count} bands and does not say which are red, green and blue; choose an optical layer of 1, 3 or 4 bands: {path}</source>
            <translation>O arquivo tem {count} bandas e não indica quais são a vermelha, a verde e a azul; escolha uma camada óptica de 1, 3 ou 4 bandas: {path}</translation>
        </message>
        <message>
            <source>The names of the bands say no colours, so that they are taken to be {colours}; if they are others, name them in the file: {name}</source>
            <translation>Os nomes das bandas não indicam cores, por isso são tomadas como {colours}; se forem outras, nomeie-as no arquivo: {name}</translation>
        </message>
        <message>
            <source>Bands of {name} that are not used: {names}.</source>
            <translation>Bandas de {name} que não são usadas: {names}.</translation>
        </message>
        <message>
            <source>The values are spread evenly about zero, like the real or the imaginary part of complex values; if they are one of them, choose the amplitude: {name}</source>
            <translation>Os valores se distribuem igualmente em torno de zero, como a parte real ou a imaginária de valores complexos; se forem uma delas, escolha a amplitude: {name}</translation>
        </message>
        <message>
            <source>By its name the layer holds no backscatter; choose the SAR layers without it: {path}.</source>
            <translation>Pelo nome, a camada não contém retroespalhamento; escolha as camadas SAR sem ela: {path}.</translation>
        </message>
        <message>
            <source>The band {name} is only a part of complex values; choose the amplitude, or one file with the real and the imaginary part: {path}.</source>
            <translation>A banda {name} é só uma parte de valores complexos; escolha a amplitude, ou um único arquivo com a parte real e a imaginária: {path}.</translation>
        </message>
        <message>
            <source>the same detail in all of them</source>
            <translation>os mesmos detalhes em todas</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; copy or download it again: {path}</source>
            <translation>O arquivo está truncado ou danificado; copie-o ou baixe-o novamente: {path}</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.0f} m show no buildings; choose a SAR layer with pixels of 0.3 to 1.5 m, or assign the right coordinate system: {path}.</source>
            <translation>Pixels de {own_m:.0f} m não mostram edificações; escolha uma camada SAR com pixels de 0,3 a 1,5 m ou atribua o sistema de coordenadas correto: {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.2g} m are smaller than any sensor’s; assign the right coordinate system: {path}.</source>
            <translation>Pixels de {own_m:.2g} m são menores que os de qualquer sensor; atribua o sistema de coordenadas correto: {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result will be poor: {name}</source>
            <translation>O arquivo tem pixels de {size:.1f} m, grosseiros demais para mostrar edificações individuais; o resultado será ruim: {name}</translation>
        </message>
        <message>
            <source>The scene would have {width:,} x {height:,} pixels, more than {most:,} in all; choose a smaller area, or SAR files of one place: {path}.</source>
            <translation>A cena teria {width:,} x {height:,} pixels, mais de {most:,} no total; escolha uma área menor, ou arquivos SAR de um mesmo lugar: {path}.</translation>
        </message>
        <message>
            <source>The model needs pixels of {size:g} m, more than {most} times smaller than the {own_m:.2g} m of the layer; choose another model, or a layer with smaller pixels: {path}.</source>
            <translation>O modelo precisa de pixels de {size:g} m, mais de {most} vezes menores que os {own_m:.2g} m da camada; escolha outro modelo ou uma camada com pixels menores: {path}.</translation>
        </message>
        <message>
            <source>Pixels of {own_m:.1f} m are too coarse to show single buildings, and would become {width} x {height} small ones; choose a SAR layer with pixels of 0.3 to 1.5 m, or a small area: {path}.</source>
            <translation>Pixels de {own_m:.1f} m são grosseiros demais para mostrar edificações individuais e se tornariam {width} x {height} pixels pequenos; escolha uma camada SAR com pixels de 0,3 a 1,5 m, ou uma área pequena: {path}.</translation>
        </message>
        <message>
            <source>The file has pixels of {size:.1f} m, too coarse to show single buildings; the result may be better without it: {name}</source>
            <translation>O arquivo tem pixels de {size:.1f} m, grosseiros demais para mostrar edificações individuais; o resultado pode ser melhor sem essa camada: {name}</translation>
        </message>
        <message>
            <source>The optical layer and SAR do not overlap; choose one of the same place or none: {path} and {other}</source>
            <translation>A camada óptica e o SAR não se sobrepõem; escolha uma do mesmo lugar ou nenhuma: {path} e {other}</translation>
        </message>
        <message>
            <source>The file is not georeferenced; its pixels are taken to be {size:g} m: {name}</source>
            <translation>O arquivo não está georreferenciado; presume-se que seus pixels sejam de {size:g} m: {name}</translation>
        </message>
        <message>
            <source>One file has no coordinate system, another has one; assign the first its coordinate system: {path} and {other}</source>
            <translation>Um arquivo não tem sistema de coordenadas e outro tem; atribua ao primeiro o seu sistema de coordenadas: {path} e {other}</translation>
        </message>
        <message>
            <source>The SAR files do not overlap; choose files of one scene: {path} and {other}</source>
            <translation>Os arquivos SAR não se sobrepõem; escolha arquivos de uma mesma cena: {path} e {other}</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {path} and {other}.</source>
            <translation>Os sistemas de coordenadas não podem ser convertidos entre si; escolha arquivos no mesmo sistema: {path} e {other}.</translation>
        </message>
        <message>
            <source>The file has no coordinate system; its units are taken to be metres: {name}</source>
            <translation>O arquivo não tem sistema de coordenadas; presume-se que suas unidades sejam metros: {name}</translation>
        </message>
        <message>
            <source>The file or the .aux.xml file next to it is damaged ({reason}); remove that file or save the raster again: {path}.</source>
            <translation>O arquivo ou o arquivo .aux.xml ao lado dele está danificado ({reason}); remova este último ou salve o raster de novo: {path}.</translation>
        </message>
        <message>
            <source>values in other files</source>
            <translation>valores em outros arquivos</translation>
        </message>
        <message>
            <source>The file in the archive is not read there, or refers to other data; unpack the archive and choose the unpacked file: {path}.</source>
            <translation>O arquivo do pacote compactado não é lido ali ou remete a outros dados; descompacte-o e escolha o arquivo extraído: {path}.</translation>
        </message>
        <message>
            <source>The ground control points are fitted with errors of up to {error:.1f} pixels, so that the result is displaced; check them, or geocode the file: {name}</source>
            <translation>Os pontos de controle no terreno são ajustados com erros de até {error:.1f} pixels, por isso o resultado fica deslocado; verifique-os ou georreferencie o arquivo: {name}</translation>
        </message>
        <message>
            <source>The geotransform does not place the image; geocode it first: {path}.</source>
            <translation>A geotransformação não posiciona a imagem; georreferencie-a primeiro: {path}.</translation>
        </message>
        <message>
            <source>Coordinates are out of the range of the coordinate system; assign the right one: {path}.</source>
            <translation>As coordenadas estão fora do intervalo do sistema de coordenadas; atribua o correto: {path}.</translation>
        </message>
        <message>
            <source>The coordinate system is not known; give WKT or EPSG:code: {crs}.</source>
            <translation>O sistema de coordenadas não é conhecido; informe WKT ou EPSG:código: {crs}.</translation>
        </message>
        <message>
            <source>The ground control points or RPC do not place the image; geocode it first: {path}.</source>
            <translation>Os pontos de controle no terreno ou os RPC não posicionam a imagem; georreferencie-a primeiro: {path}.</translation>
        </message>
        <message>
            <source>The file is placed by its RPC at a height of {height:.0f} m; where the ground is higher or lower, the result is displaced: {name}</source>
            <translation>O arquivo é posicionado por seus RPC a uma altura de {height:.0f} m; onde o terreno é mais alto ou mais baixo, o resultado fica deslocado: {name}</translation>
        </message>
        <message>
            <source>The image is placed by arrays of longitudes and latitudes; geocode it first: {path}.</source>
            <translation>A imagem está posicionada por matrizes de longitudes e latitudes; geocodifique-a primeiro: {path}.</translation>
        </message>
        <message>
            <source>Coordinates are outside the range of their coordinate system; check the coordinate system of the polygons: {name} to {other}.</source>
            <translation>As coordenadas estão fora do intervalo do seu sistema de coordenadas; verifique o sistema de coordenadas dos polígonos: {name} para {other}.</translation>
        </message>
        <message>
            <source>The coordinate systems cannot be converted into each other; choose files in the same one: {name} and {other}.</source>
            <translation>Os sistemas de coordenadas não podem ser convertidos entre si; escolha arquivos no mesmo sistema: {name} e {other}.</translation>
        </message>
        <message>
            <source>One SAR file has decibels and another amplitude or power, but both are read with the same scale; convert all files to one scale: {name} and {other}</source>
            <translation>Um arquivo SAR está em decibéis e outro em amplitude ou potência, mas ambos são lidos com a mesma escala; converta todos os arquivos para uma só escala: {name} e {other}</translation>
        </message>
        <message>
            <source>The band {band} has decibels and {other} amplitude or power, but both are read with the same scale; convert all bands to one scale: {name}</source>
            <translation>A banda {band} está em decibéis e {other} em amplitude ou potência, mas ambas são lidas com a mesma escala; converta todas as bandas para uma só escala: {name}</translation>
        </message>
        <message>
            <source>other bands, types or nodata values</source>
            <translation>outras bandas, tipos ou valores sem dados</translation>
        </message>
        <message>
            <source>A raster of the mosaic does not fit {first} ({difference}); warp it, or move it to another folder: {path}.</source>
            <translation>Um raster do mosaico não se ajusta a {first} ({difference}); reprojete-o ou mova-o para outra pasta: {path}.</translation>
        </message>
        <message>
            <source>The folder contains no raster ({extensions}); choose another: {folder}.</source>
            <translation>A pasta não contém nenhum raster ({extensions}); escolha outra: {folder}.</translation>
        </message>
        <message>
            <source>another coordinate system</source>
            <translation>outro sistema de coordenadas</translation>
        </message>
        <message>
            <source>A file of the mosaic is not a raster that can be read; move it: {path}.</source>
            <translation>Um arquivo do mosaico não é um raster que possa ser lido; mova-o: {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic is not north-up; warp or move it: {path}.</source>
            <translation>Um raster do mosaico não está orientado ao norte; reprojete-o ou mova-o: {path}.</translation>
        </message>
        <message>
            <source>A raster of the mosaic has a mask; give it a nodata value instead: {path}.</source>
            <translation>Um raster do mosaico tem uma máscara; em vez dela, atribua-lhe um valor sem dados: {path}.</translation>
        </message>
        <message>
            <source>another pixel grid</source>
            <translation>outra grade de pixels</translation>
        </message>
        <message>
            <source>The file contains several rasters; choose one of them by its name, {listed}: {name}.</source>
            <translation>O arquivo contém vários rasters; escolha um deles pelo nome, {listed}: {name}.</translation>
        </message>
        <message>
            <source>The file has {count:,} bands, more than {most:,}; choose another file: {name}.</source>
            <translation>O arquivo tem {count:,} bandas, mais de {most:,}; escolha outro arquivo: {name}.</translation>
        </message>
        <message>
            <source>The file is not a raster that can be read; choose another file: {name}</source>
            <translation>O arquivo não é um raster que possa ser lido; escolha outro arquivo: {name}</translation>
        </message>
        <message>
            <source>The file contains no raster; choose another file: {name}.</source>
            <translation>O arquivo não contém nenhum raster; escolha outro arquivo: {name}.</translation>
        </message>
        <message>
            <source>The file does not exist; choose a raster file: {name}</source>
            <translation>O arquivo não existe; escolha um arquivo raster: {name}</translation>
        </message>
        <message>
            <source>The raster cannot be read over the network ({reason}); check its address and the connection: {name}</source>
            <translation>Não é possível ler o raster pela rede ({reason}); verifique o endereço e a conexão: {name}</translation>
        </message>
        <message>
            <source>The file is damaged or not a part of a scene; compute the part again: {path}</source>
            <translation>O arquivo está danificado ou não é uma parte de uma cena; calcule a parte novamente: {path}</translation>
        </message>
        <message>
            <source>{missing} of {count} parts are missing ({listed}); compute them and name them too: {path}</source>
            <translation>Faltam {missing} de {count} partes ({listed}); calcule-as e informe-as também: {path}</translation>
        </message>
        <message>
            <source>The part was written by another version; compute it again: {path}</source>
            <translation>A parte foi gravada por outra versão; calcule-a novamente: {path}</translation>
        </message>
        <message>
            <source>The part does not fit {first} ({difference}); leave it out, or compute it again: {path}</source>
            <translation>A parte não se ajusta a {first} ({difference}); deixe-a de fora ou calcule-a novamente: {path}</translation>
        </message>
        <message>
            <source>Part {number} is given twice; leave one out: {first}, {path}</source>
            <translation>A parte {number} foi informada duas vezes; deixe uma de fora: {first}, {path}</translation>
        </message>
        <message>
            <source>another scene</source>
            <translation>outra cena</translation>
        </message>
        <message>
            <source>another area</source>
            <translation>outra área</translation>
        </message>
        <message>
            <source>another model</source>
            <translation>outro modelo</translation>
        </message>
        <message>
            <source>other settings</source>
            <translation>outras configurações</translation>
        </message>
        <message>
            <source>another number of parts</source>
            <translation>outro número de partes</translation>
        </message>
        <message>
            <source>The part cannot be read ({reason}); check its name: {path}</source>
            <translation>Não é possível ler a parte ({reason}); verifique o nome: {path}</translation>
        </message>
        <message>
            <source>The part is damaged; compute it again: {path}</source>
            <translation>A parte está danificada; calcule-a novamente: {path}</translation>
        </message>
        <message>
            <source>the area</source>
            <translation>a área</translation>
        </message>
        <message>
            <source>the SAR layer</source>
            <translation>a camada SAR</translation>
        </message>
        <message>
            <source>the label layer</source>
            <translation>a camada de rótulos</translation>
        </message>
        <message>
            <source>the layer</source>
            <translation>a camada</translation>
        </message>
        <message>
            <source>the reference</source>
            <translation>a referência</translation>
        </message>
        <message>
            <source>The file has no polygon on the SAR layer; choose labels of this scene, or assign them the right coordinate system: {path}</source>
            <translation>O arquivo não tem nenhum polígono sobre a camada SAR; escolha rótulos desta cena ou atribua a eles o sistema de coordenadas correto: {path}</translation>
        </message>
        <message>
            <source>There is no coordinate system for {what}; it is taken to be that of {other}.</source>
            <translation>Não há sistema de coordenadas: {what}; presume-se que seja o mesmo que aqui: {other}.</translation>
        </message>
        <message>
            <source>The area is not a polygon; draw or choose another one.</source>
            <translation>A área não é um polígono; desenhe ou escolha outra.</translation>
        </message>
        <message>
            <source>The area is outside {path}; choose an area on the SAR layer.</source>
            <translation>A área está fora de {path}; escolha uma área sobre a camada SAR.</translation>
        </message>
        <message>
            <source>A local coordinate system cannot be converted, that of {what} or of {onto}; assign both the right one.</source>
            <translation>Um sistema de coordenadas local não pode ser convertido ({what} ou {onto}); atribua a ambos o correto.</translation>
        </message>
        <message>
            <source>The coordinate systems of {what} and {onto} cannot be converted into each other; assign the right ones.</source>
            <translation>Os sistemas de coordenadas não podem ser convertidos entre si ({what} e {onto}); atribua os corretos.</translation>
        </message>
        <message>
            <source>The file is not a probability file; choose one that an extraction wrote: {path}</source>
            <translation>O arquivo não é um arquivo de probabilidades; escolha um gravado por uma extração: {path}</translation>
        </message>
        <message>
            <source>The probability file {path} cannot be read; run the extraction again.</source>
            <translation>Não é possível ler o arquivo de probabilidades {path}; execute a extração novamente.</translation>
        </message>
        <message>
            <source>The probability file was changed by another program; choose the one that the extraction wrote, or run the extraction again: {path}</source>
            <translation>O arquivo de probabilidades foi alterado por outro programa; escolha o que a extração gravou ou execute a extração novamente: {path}</translation>
        </message>
        <message>
            <source>The file is truncated or damaged; run the extraction again: {path}</source>
            <translation>O arquivo está truncado ou danificado; execute a extração novamente: {path}</translation>
        </message>
        <message>
            <source>positive values with the long bright tail of amplitude</source>
            <translation>valores positivos com a longa cauda brilhante da amplitude</translation>
        </message>
        <message>
            <source>complex values</source>
            <translation>valores complexos</translation>
        </message>
        <message>
            <source>negative values</source>
            <translation>valores negativos</translation>
        </message>
        <message>
            <source>no positive values</source>
            <translation>nenhum valor positivo</translation>
        </message>
        <message>
            <source>positive values without the bright tail of amplitude: log-scaled</source>
            <translation>valores positivos sem a cauda brilhante da amplitude: em escala logarítmica</translation>
        </message>
        <message>
            <source>positive values with the very long tail of power</source>
            <translation>valores positivos com a cauda muito longa da potência</translation>
        </message>
        <message>
            <source>The value {value:g} fills {share:.0%} of the file; if nothing was measured there, set it as the nodata value: {name}</source>
            <translation>O valor {value:g} preenche {share:.0%} do arquivo; se nada foi medido ali, defina-o como valor sem dados: {name}</translation>
        </message>
        <message>
            <source>The file has only {count} different values, like a mask or a classification; choose an image if it is one: {name}</source>
            <translation>O arquivo tem apenas {count} valores diferentes, como uma máscara ou uma classificação; se for uma, escolha uma imagem: {name}</translation>
        </message>
        <message>
            <source>Rasters of the folder cover the same place, where the last one by name is used ({names}); move other bands and dates to folders of their own: {name}</source>
            <translation>Rasters da pasta cobrem o mesmo lugar, onde o último pelo nome é usado ({names}); mova outras bandas e datas para pastas próprias: {name}</translation>
        </message>
        <message>
            <source>The file contains several rasters; the first one is used: {name}</source>
            <translation>O arquivo contém vários rasters; o primeiro é usado: {name}</translation>
        </message>
        <message>
            <source>The header {header} next to the file is that of another raster; choose that one, or move the file and its own header to another folder: {path}.</source>
            <translation>O cabeçalho {header} ao lado do arquivo é de outro raster; escolha esse, ou mova o arquivo e o seu próprio cabeçalho para outra pasta: {path}.</translation>
        </message>
        <message>
            <source>The optical layer is also the SAR layer; choose another optical layer or none: {path}.</source>
            <translation>A camada óptica também é a camada SAR; escolha outra camada óptica ou nenhuma: {path}.</translation>
        </message>
        <message>
            <source>The file has no valid pixels; choose a SAR layer with values: {path}</source>
            <translation>O arquivo não tem pixels válidos; escolha uma camada SAR com valores: {path}</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or none: {path}</source>
            <translation>O arquivo não tem pixels válidos onde o SAR tem; escolha uma camada óptica deste lugar ou nenhuma: {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose a SAR image: {path}</source>
            <translation>O arquivo tem o mesmo valor em todos os pixels; escolha uma imagem SAR: {path}</translation>
        </message>
        <message>
            <source>The file has the same value in all pixels; choose an optical image, or none: {path}</source>
            <translation>O arquivo tem o mesmo valor em todos os pixels; escolha uma imagem óptica, ou nenhuma: {path}</translation>
        </message>
        <message>
            <source>The band {band} has no valid pixels, or one value in all sampled ones; choose SAR layers without it: {name}</source>
            <translation>A banda {band} não tem pixels válidos, ou tem o mesmo valor em todos os examinados; escolha camadas SAR sem ela: {name}</translation>
        </message>
        <message>
            <source>Two SAR layers are the same file; choose one file for each polarisation: {path} and {other}.</source>
            <translation>Duas camadas SAR são o mesmo arquivo; escolha um arquivo para cada polarização: {path} e {other}.</translation>
        </message>
        <message>
            <source>The optical layer has no valid pixels in the area where SAR has some, so only SAR is used: {name}</source>
            <translation>A camada óptica não tem pixels válidos na área onde o SAR tem, portanto só o SAR é usado: {name}</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>escolhido</translation>
        </message>
        <message>
            <source>There is no room to keep finished rows in {folder}; if this extraction is killed, it starts again from the beginning.</source>
            <translation>Não há espaço para guardar as linhas concluídas em {folder}; se esta extração for encerrada à força, ela recomeçará do início.</translation>
        </message>
        <message>
            <source>Only {count} files may be open at a time; raise the limit to {least} or more (ulimit -n).</source>
            <translation>Só {count} arquivos podem ficar abertos ao mesmo tempo; aumente o limite para {least} ou mais (ulimit -n).</translation>
        </message>
        <message>
            <source>Only {count:,} MB of memory may be used; raise the limit to {least:,} MB or more (ulimit -v).</source>
            <translation>Só {count:,} MB de memória podem ser usados; aumente o limite para {least:,} MB ou mais (ulimit -v).</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Carregando o modelo</translation>
        </message>
        <message>
            <source>The file has no building with a height; choose another file: {path}</source>
            <translation>O arquivo não tem nenhuma edificação com altura; escolha outro arquivo: {path}</translation>
        </message>
        <message>
            <source>The city is {width:,.0f} km wide and {height:,.0f} m high, more than {widest:.0f} km or {highest:,.0f} m; choose a file in metres, or a part of the city: {path}.</source>
            <translation>A cidade tem {width:,.0f} km de largura e {height:,.0f} m de altura, mais de {widest:.0f} km ou {highest:,.0f} m; escolha um arquivo em metros ou uma parte da cidade: {path}.</translation>
        </message>
        <message>
            <source>The file cannot be read ({reason}); choose a CityJSON file: {path}</source>
            <translation>Não é possível ler o arquivo ({reason}); escolha um arquivo CityJSON: {path}</translation>
        </message>
        <message>
            <source>The file is neither CityJSON nor a list of footprints with heights ({reason}); choose another file: {path}</source>
            <translation>O arquivo não é CityJSON nem uma lista de contornos com alturas ({reason}); escolha outro arquivo: {path}</translation>
        </message>
        <message>
            <source>There is no style {style}; choose one of {styles}.</source>
            <translation>Não existe o estilo {style}; escolha um de {styles}.</translation>
        </message>
        <message>
            <source>A scene of {size} pixels is too small; choose 16 or more.</source>
            <translation>Uma cena de {size} pixels é pequena demais; escolha 16 ou mais.</translation>
        </message>
        <message>
            <source>clouds must be between 0 and 1, not {clouds}.</source>
            <translation>clouds deve estar entre 0 e 1, não {clouds}.</translation>
        </message>
        <message>
            <source>polarisations must be among {polarisations}, not {given}.</source>
            <translation>polarisations deve estar entre {polarisations}, não {given}.</translation>
        </message>
        <message>
            <source>output must be db, amplitude or 8bit, not {output}.</source>
            <translation>output deve ser db, amplitude ou 8bit, não {output}.</translation>
        </message>
        <message>
            <source>previous is not a polygon; give the footprint to correct as WKT.</source>
            <translation>previous não é um polígono; informe como WKT o contorno a corrigir.</translation>
        </message>
        <message>
            <source>{metres} m east</source>
            <translation>{metres} m a leste</translation>
        </message>
        <message>
            <source>{metres} m north</source>
            <translation>{metres} m ao norte</translation>
        </message>
        <message>
            <source>The labels seem to be {shift} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Os rótulos parecem estar {shift} das edificações na imagem; mova-os de volta, a menos que a inversão (layover) de edificações altas no SAR explique o deslocamento.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lendo</translation>
        </message>
        <message>
            <source>Comparing labels and image</source>
            <translation>Comparando rótulos e imagem</translation>
        </message>
        <message>
            <source>Measuring the speed</source>
            <translation>Medindo a velocidade</translation>
        </message>
        <message>
            <source>{metres} m west</source>
            <translation>{metres} m a oeste</translation>
        </message>
        <message>
            <source>{metres} m south</source>
            <translation>{metres} m ao sul</translation>
        </message>
        <message>
            <source>The labels seem to be {along} and {across} of the buildings in the image; move them back, unless layover of tall buildings in SAR explains the offset.</source>
            <translation>Os rótulos parecem estar {along} e {across} das edificações na imagem; mova-os de volta, a menos que a inversão (layover) de edificações altas no SAR explique o deslocamento.</translation>
        </message>
        <message>
            <source>{device} ({reason})</source>
            <translation>{device} ({reason})</translation>
        </message>
        <message>
            <source>No labelled area is given, so everything inside the hull of the labels counts as labelled; choose a polygon around what you have digitised if that is not so.</source>
            <translation>Nenhuma área rotulada foi informada, então tudo o que está dentro da envoltória dos rótulos conta como rotulado; se não for assim, escolha um polígono em volta do que você digitalizou.</translation>
        </message>
        <message>
            <source>The base model finds too few buildings with the optical layer ({count}); choose an area with {least} at least.</source>
            <translation>O modelo base encontra edificações de menos com a camada óptica ({count}); escolha uma área com pelo menos {least}.</translation>
        </message>
        <message>
            <source>The labelled area is too small to hold out validation blocks, so the result will have no figures; label a larger area if you need them.</source>
            <translation>A área rotulada é pequena demais para reservar blocos de validação, então o resultado não terá números; rotule uma área maior se precisar deles.</translation>
        </message>
        <message>
            <source>The SAR layer has pixels of {own:.2g} m and the base model was trained at {base:.2g} m; the layer is resampled, and the model has more to learn.</source>
            <translation>A camada SAR tem pixels de {own:.2g} m e o modelo base foi treinado a {base:.2g} m; a camada é reamostrada, e o modelo tem mais a aprender.</translation>
        </message>
        <message>
            <source>The base model was trained without {names}; choose a base that was trained with it, or train thoroughly.</source>
            <translation>O modelo base foi treinado sem {names}; escolha um modelo base treinado com isso, ou treine com esforço minucioso.</translation>
        </message>
        <message>
            <source>The optical layer covers {share:.0%} of the labelled area and is used only there.</source>
            <translation>A camada óptica cobre {share:.0%} da área rotulada e só é usada ali.</translation>
        </message>
        <message>
            <source>The labelled area has too few buildings ({count}); digitise at least {least}.</source>
            <translation>A área rotulada tem edificações de menos ({count}); digitalize pelo menos {least}.</translation>
        </message>
        <message>
            <source>The validation blocks have few buildings ({count}), so the figures will be rough; label a larger area for better ones.</source>
            <translation>Os blocos de validação têm poucas edificações ({count}), então os números serão aproximados; rotule uma área maior para obter números melhores.</translation>
        </message>
        <message>
            <source>A process of the cluster has read different rasters from those on this machine; make the same files visible to all machines: {files}</source>
            <translation>Um processo do cluster leu rasters diferentes dos que estão aqui; faça com que todas as máquinas vejam os mesmos arquivos: {files}</translation>
        </message>
        <message>
            <source>Neither layer has polygons; choose layers of polygons: {polygons} and {reference}.</source>
            <translation>Nenhuma das camadas tem polígonos; escolha camadas de polígonos: {polygons} e {reference}.</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Comparando</translation>
        </message>
        <message>
            <source>Neither layer has polygons in the area; choose layers and an area of the same place.</source>
            <translation>Nenhuma das camadas tem polígonos na área; escolha camadas e uma área do mesmo lugar.</translation>
        </message>
        <message>
            <source>At an IoU of {iou:g}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}.</source>
            <translation>Com um IoU de {iou:g}: F1 {f1:.3f}, precisão {precision:.3f}, revocação {recall:.3f}.</translation>
        </message>
        <message>
            <source>{matched} matched, {changed} changed, {new} new, {missing} missing; {merged} merged, {split} split.</source>
            <translation>Correspondentes: {matched}, alterados: {changed}, novos: {new}, ausentes: {missing}; mesclados: {merged}, divididos: {split}.</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Gravando</translation>
        </message>
        <message>
            <source>Only polygons in the area were compared; left out: {polygons} of the layer, {references} of the reference.</source>
            <translation>Só foram comparados os polígonos da área; ficaram de fora: {polygons} da camada, {references} da referência.</translation>
        </message>
        <message>
            <source>Everything was compared, including polygons beyond the extent of the other layer ({polygons} of the layer, {references} of the reference); if one of them covers more, choose an area that both cover.</source>
            <translation>Tudo foi comparado, inclusive polígonos fora da extensão da outra camada ({polygons} da camada, {references} da referência); se uma cobrir mais, escolha uma área que ambas cubram.</translation>
        </message>
        <message>
            <source>Of those in both: mean IoU {iou:.3f}, median shift {shift:.2f} m, median offset {east:.2f} m east and {north:.2f} m north.</source>
            <translation>Dos que estão em ambas: IoU médio {iou:.3f}, deslocamento mediano {shift:.2f} m, desvio mediano {east:.2f} m a leste e {north:.2f} m ao norte.</translation>
        </message>
        <message>
            <source>The scheduler was lost; start it and run the same command again, which computes only what is missing: {folder}</source>
            <translation>O escalonador foi perdido; inicie-o e execute o mesmo comando novamente, que calcula apenas o que falta: {folder}</translation>
        </message>
        <message>
            <source>Several processes of the cluster ended while they computed the same part; look into their logs, as they may need more memory: {name}</source>
            <translation>Vários processos do cluster terminaram enquanto calculavam a mesma parte; consulte os logs deles, pois podem precisar de mais memória: {name}</translation>
        </message>
        <message>
            <source>The scheduler has no workers yet; the parts wait for them.</source>
            <translation>O escalonador ainda não tem processos de trabalho; as partes esperam por eles.</translation>
        </message>
        <message>
            <source>Clusters need the library distributed; install it with pip install distributed, or use --part and join.</source>
            <translation>Clusters precisam da biblioteca distributed; instale-a com pip install distributed, ou use --part e join.</translation>
        </message>
        <message>
            <source>A part was computed but cannot be seen here; choose an output in a folder that all machines share: {folder}</source>
            <translation>Uma parte foi calculada, mas não pode ser vista aqui; escolha uma saída em uma pasta que todas as máquinas compartilhem: {folder}</translation>
        </message>
        <message>
            <source>The scheduler cannot be reached; start it, or correct its address, such as tcp://host:8786: {scheduler}</source>
            <translation>Não é possível acessar o escalonador; inicie-o ou corrija o endereço, como tcp://host:8786: {scheduler}</translation>
        </message>
        <message>
            <source>The SAR layer has no data in the area, so there are no footprints.</source>
            <translation>A camada SAR não tem dados na área, por isso não há contornos.</translation>
        </message>
        <message>
            <source>This is a bug: please report it with the log.</source>
            <translation>Este é um erro de programação: informe-o junto com o log.</translation>
        </message>
        <message>
            <source>A disk or network drive failed ({reason}); check it and start again.</source>
            <translation>Falhou um disco ou uma unidade de rede ({reason}); verifique e comece de novo.</translation>
        </message>
        <message>
            <source>The current folder does not exist; change to another one and start again.</source>
            <translation>A pasta atual não existe; mude para outra e comece de novo.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check its folder and its permissions: {path}</source>
            <translation>Não é possível ler ou gravar o arquivo ({reason}); verifique a pasta e as permissões: {path}</translation>
        </message>
        <message>
            <source>The name is too long; choose a shorter one: {path}</source>
            <translation>O nome é longo demais; escolha um mais curto: {path}</translation>
        </message>
        <message>
            <source>A name is not UTF-8; rename the file or its folder: {name}.</source>
            <translation>Um nome não é UTF-8; renomeie o arquivo ou a pasta: {name}.</translation>
        </message>
        <message>
            <source>Close other programs, choose a smaller extent or batch, or compute on the CPU.</source>
            <translation>Feche outros programas, escolha uma extensão ou um lote menor, ou calcule na CPU.</translation>
        </message>
        <message>
            <source>The file cannot be read or written ({reason}); check the disk or network drive, then start again: {path}</source>
            <translation>O arquivo não pode ser lido nem escrito ({reason}); verifique o disco ou a unidade de rede e comece de novo: {path}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Too many files are open; close other programs and start again.</source>
            <translation>Há arquivos abertos demais; feche outros programas e comece de novo.</translation>
        </message>
        <message>
            <source>The device ran out of memory.</source>
            <translation>O dispositivo ficou sem memória.</translation>
        </message>
        <message>
            <source>Comparing with the base model</source>
            <translation>Comparando com o modelo base</translation>
        </message>
        <message>
            <source>Joining</source>
            <translation>Juntando</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for the threshold {threshold:g}; compute them again with --all-pixels: {path}</source>
            <translation>As partes só contêm pixels com probabilidade de pelo menos {floor:g}, insuficientes para o limiar {threshold:g}; calcule-as novamente com --all-pixels: {path}</translation>
        </message>
        <message>
            <source>The parts were computed on different devices, or with different versions of libraries; the footprints may differ a little from those of a single machine.</source>
            <translation>As partes foram calculadas em dispositivos diferentes ou com versões diferentes das bibliotecas; os contornos podem diferir um pouco dos de uma única máquina.</translation>
        </message>
        <message>
            <source>The parts contain only pixels with a probability of at least {floor:g}, too few for a probability file; compute them again with --all-pixels: {path}</source>
            <translation>As partes só contêm pixels com probabilidade de pelo menos {floor:g}, insuficientes para um arquivo de probabilidades; calcule-as novamente com --all-pixels: {path}</translation>
        </message>
        <message>
            <source>Writing probabilities</source>
            <translation>Gravando as probabilidades</translation>
        </message>
        <message>
            <source>No block of {metres:g} m has enough valid pixels; choose smaller blocks: {path}</source>
            <translation>Nenhum bloco de {metres:g} m tem pixels válidos suficientes; escolha blocos menores: {path}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings are left out ({count}).</source>
            <translation>Polígonos grandes demais para edificações são omitidos ({count}).</translation>
        </message>
        <message>
            <source>Polygons that others cover completely are left out ({count}).</source>
            <translation>Polígonos que outros cobrem por completo são omitidos ({count}).</translation>
        </message>
        <message>
            <source>Polygons with more than {most:,} vertices are left out, as OpenStreetMap takes none ({count}).</source>
            <translation>Os polígonos com mais de {most:,} vértices são deixados de fora, pois o OpenStreetMap não os aceita ({count}).</translation>
        </message>
        <message>
            <source>There are no polygons to export; review the layer or choose another: {polygons}.</source>
            <translation>Não há polígonos para exportar; revise a camada ou escolha outra: {polygons}.</translation>
        </message>
        <message>
            <source>The polygons have no coordinate system; assign one to the layer: {polygons}.</source>
            <translation>Os polígonos não têm sistema de coordenadas; atribua um à camada: {polygons}.</translation>
        </message>
        <message>
            <source>Polygons that no review accepted are left out ({count}).</source>
            <translation>Polígonos que nenhuma revisão aceitou são omitidos ({count}).</translation>
        </message>
        <message>
            <source>Outlining</source>
            <translation>Vetorizando</translation>
        </message>
        <message>
            <source>number {number}</source>
            <translation>número {number}</translation>
        </message>
        <message>
            <source>The part is not the one before number {number} ({difference}); name the right one: {path}</source>
            <translation>A parte não é a anterior ao número {number} ({difference}); informe a correta: {path}</translation>
        </message>
        <message>
            <source>A raster is not a file on a disk, so that parts might not fit together; unpack or copy it: {files}</source>
            <translation>Um raster não é um arquivo em um disco, por isso as partes podem não se encaixar; descompacte-o ou copie-o: {files}</translation>
        </message>
        <message>
            <source>Polygons that are too large for buildings stay as they are ({count}).</source>
            <translation>Os polígonos grandes demais para serem edificações ficam como estão ({count}).</translation>
        </message>
        <message>
            <source>The file has no polygons; choose a layer of polygons: {polygons}</source>
            <translation>O arquivo não tem polígonos; escolha uma camada de polígonos: {polygons}</translation>
        </message>
        <message>
            <source>Straightening</source>
            <translation>Endireitando</translation>
        </message>
        <message>
            <source>Reading the kept rows</source>
            <translation>Lendo as linhas guardadas</translation>
        </message>
        <message>
            <source>Simulating the scene</source>
            <translation>Simulando a cena</translation>
        </message>
        <message>
            <source>Writing the scene</source>
            <translation>Gravando a cena</translation>
        </message>
        <message>
            <source>The folder already exists; remove it or choose another folder: {out}</source>
            <translation>A pasta já existe; remova essa pasta ou escolha outra: {out}</translation>
        </message>
        <message>
            <source>Prepared {name}</source>
            <translation>{name}: preparado</translation>
        </message>
        <message>
            <source>The same scene is given for training and for validation; choose another for one of them: {path}</source>
            <translation>A mesma cena é indicada para o treinamento e para a validação; escolha outra para um deles: {path}</translation>
        </message>
        <message>
            <source>The file has no weights for the encoder of {preset}; give a state dict of that encoder or no file: {imagenet}</source>
            <translation>O arquivo não tem pesos para o codificador de {preset}; informe um state dict desse codificador ou nenhum arquivo: {imagenet}</translation>
        </message>
        <message>
            <source>Read {name}</source>
            <translation>{name}: lido</translation>
        </message>
        <message>
            <source>The checkpoint was damaged or changed (wrong sha-256); remove it, and start the training again: {path}.</source>
            <translation>O ponto de verificação foi danificado ou alterado (sha-256 incorreto); remova-o e inicie o treinamento novamente: {path}.</translation>
        </message>
        <message>
            <source>The checkpoint cannot be read; remove it, and start the training again: {path}.</source>
            <translation>Não é possível ler o ponto de verificação; remova-o e inicie o treinamento novamente: {path}.</translation>
        </message>
        <message>
            <source>The environment variable {variable} is not a number; start with torchrun, or remove the variable.</source>
            <translation>A variável de ambiente {variable} não é um número; inicie com torchrun ou remova a variável.</translation>
        </message>
        <message>
            <source>A batch of {batch} cannot be divided among {count} processes; choose a batch that is a multiple of them.</source>
            <translation>Um lote de {batch} não pode ser dividido entre {count} processos; escolha um lote que seja múltiplo deles.</translation>
        </message>
        <message>
            <source>Validation block {number}, step {step}</source>
            <translation>Bloco de validação {number}, passo {step}</translation>
        </message>
        <message>
            <source>The checkpoint belongs to a training with other labels; write the model under another name, or remove the checkpoint to start again: {path}.</source>
            <translation>O ponto de verificação pertence a um treinamento com outros rótulos; salve o modelo com outro nome, ou remova o ponto de verificação para começar de novo: {path}.</translation>
        </message>
        <message>
            <source>Step {step} of {steps}</source>
            <translation>Passo {step} de {steps}</translation>
        </message>
        <message>
            <source>{model} finds no building in the optical layer; choose another area, or draw labels.</source>
            <translation>{model} não encontra nenhuma edificação na camada óptica; escolha outra área ou desenhe rótulos.</translation>
        </message>
        <message>
            <source>The file has no valid pixels where SAR has some; choose an optical layer of this place, or draw labels: {path}</source>
            <translation>O arquivo não tem pixels válidos onde o SAR tem; escolha uma camada óptica deste lugar ou desenhe rótulos: {path}</translation>
        </message>
        <message>
            <source>{share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>Fica de fora {share:.0%} da área rotulada, onde o modelo base contradiz os rótulos com segurança.</translation>
        </message>
        <message>
            <source>The labels are moved by {metres:.1f} m on average, to the buildings in the optical image. {share:.0%} of the labelled area is left out, where the base model confidently contradicts the labels.</source>
            <translation>Os rótulos são movidos {metres:.1f} m em média, para as edificações na imagem óptica. Fica de fora {share:.0%} da área rotulada, onde o modelo base contradiz os rótulos com segurança.</translation>
        </message>
        <message>
            <source>The checkpoint {path} belongs to another training; remove it, or write the model under another name.</source>
            <translation>O ponto de verificação {path} pertence a outro treinamento; remova-o ou grave o modelo com outro nome.</translation>
        </message>
    </context>
    <context>
        <name>Curves</name>
        <message>
            <source>Loss</source>
            <translation>Perda</translation>
        </message>
        <message>
            <source>total</source>
            <translation>total</translation>
        </message>
        <message>
            <source>segmentation</source>
            <translation>segmentação</translation>
        </message>
        <message>
            <source>features</source>
            <translation>características</translation>
        </message>
        <message>
            <source>predictions</source>
            <translation>predições</translation>
        </message>
        <message>
            <source>Validation IoU</source>
            <translation>IoU de validação</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>somente SAR</translation>
        </message>
        <message>
            <source>with optical</source>
            <translation>com imagem óptica</translation>
        </message>
        <message>
            <source>step</source>
            <translation>passo</translation>
        </message>
        <message>
            <source>step {:.0f} of {:.0f}</source>
            <translation>passo {:.0f} de {:.0f}</translation>
        </message>
        <message>
            <source>best</source>
            <translation>melhor</translation>
        </message>
        <message>
            <source>No steps yet</source>
            <translation>Nenhum passo ainda</translation>
        </message>
        <message>
            <source>No validation yet</source>
            <translation>Nenhuma validação ainda</translation>
        </message>
        <message>
            <source>Parts of the loss: segmentation, alignment of features (MSAL in the paper) and alignment of predictions (MFAL)</source>
            <translation>Partes da perda: segmentação, alinhamento de características (MSAL no artigo) e alinhamento de predições (MFAL)</translation>
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
            <translation>Edificações de referência</translation>
        </message>
        <message>
            <source>Demo scene</source>
            <translation>Cena de demonstração</translation>
        </message>
    </context>
    <context>
        <name>DemoBox</name>
        <message>
            <source>The project has no raster layer. Add your own SAR layer, or make a simulated scene with SAR, optical and known buildings to try the plugin.</source>
            <translation>Não há nenhuma camada raster no projeto. Adicione seu próprio SAR, ou crie uma cena simulada de SAR, imagem óptica e edificações conhecidas para experimentar o complemento.</translation>
        </message>
        <message>
            <source>Cance&amp;l</source>
            <translation>Ca&amp;ncelar</translation>
        </message>
        <message>
            <source>Make a &amp;demo scene</source>
            <translation>Criar uma cena de demons&amp;tração</translation>
        </message>
    </context>
    <context>
        <name>DemoScene</name>
        <message>
            <source>Demo scene</source>
            <translation>Cena de demonstração</translation>
        </message>
        <message>
            <source>The demo scene is ready, but not on the map, because another project was opened: {}</source>
            <translation>A cena de demonstração está pronta, mas não no mapa, porque outro projeto foi aberto: {}</translation>
        </message>
        <message>
            <source>The demo scene is on the map; press Extract. Its files are in: {}</source>
            <translation>A cena de demonstração está no mapa; pressione Extrair. Seus arquivos estão em: {}</translation>
        </message>
    </context>
    <context>
        <name>DeviceCombo</name>
        <message>
            <source>Fastest available</source>
            <translation>O mais rápido disponível</translation>
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
            <translation>Dispositivo para o cálculo; os resultados diferem apenas nos últimos dígitos</translation>
        </message>
        <message>
            <source>CPU, 8-bit (faster, less exact)</source>
            <translation>CPU, 8 bits (mais rápido, menos exato)</translation>
        </message>
        <message>
            <source>Device for the computation; results differ only in the last digits; 8-bit inference is faster for large scenes on many processors, and changes up to 1 % of the pixels</source>
            <translation>Dispositivo para o cálculo; os resultados diferem apenas nos últimos dígitos; a inferência de 8 bits é mais rápida com cenas grandes em muitos processadores e altera até 1% dos pixels</translation>
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
            <translation>Opções…</translation>
        </message>
    </context>
    <context>
        <name>Durations</name>
        <message>
            <source>less than a minute</source>
            <translation>menos de um minuto</translation>
        </message>
        <message>
            <source>about {} min</source>
            <translation>cerca de {} min</translation>
        </message>
        <message>
            <source>about {} h {} min</source>
            <translation>cerca de {} h {} min</translation>
        </message>
        <message>
            <source>{} left</source>
            <translation>tempo restante: {}</translation>
        </message>
    </context>
    <context>
        <name>EditButtons</name>
        <message>
            <source>Square (Q)</source>
            <translation>Esquadrar (Q)</translation>
        </message>
        <message>
            <source>Right angles where it nearly has them; Ctrl+Z undoes it</source>
            <translation>Ângulos retos onde ele quase os tem; Ctrl+Z desfaz</translation>
        </message>
        <message>
            <source>Join (J)</source>
            <translation>Unir (J)</translation>
        </message>
        <message>
            <source>Merge it with the selected footprints and those that touch it</source>
            <translation>Mesclá-lo com os contornos selecionados e os que o tocam</translation>
        </message>
        <message>
            <source>Split (S)</source>
            <translation>Dividir (S)</translation>
        </message>
        <message>
            <source>Draw a line across it; a right click ends the line</source>
            <translation>Desenhe uma linha que o atravesse; um clique direito termina a linha</translation>
        </message>
        <message>
            <source>Reshape (R)</source>
            <translation>Remodelar (R)</translation>
        </message>
        <message>
            <source>Draw the part of the outline that is wrong; a right click ends the line</source>
            <translation>Desenhe a parte do contorno que está errada; um clique direito termina a linha</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentBox</name>
        <message>
            <source>Python and PyTorch</source>
            <translation>Python e PyTorch</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Remover</translation>
        </message>
        <message>
            <source>Deletes the environment and frees its disk space</source>
            <translation>Exclui o ambiente e libera o espaço em disco</translation>
        </message>
        <message>
            <source>Update the environment?</source>
            <translation>Atualizar o ambiente?</translation>
        </message>
        <message>
            <source>Remove the environment?</source>
            <translation>Remover o ambiente?</translation>
        </message>
        <message>
            <source>public indexes, or those in pip’s configuration</source>
            <translation>índices públicos, ou os da configuração do pip</translation>
        </message>
        <message>
            <source>The address of your organisation’s package index</source>
            <translation>O endereço do índice de pacotes da sua organização</translation>
        </message>
        <message>
            <source>for computers without a network</source>
            <translation>para computadores sem rede</translation>
        </message>
        <message>
            <source>A folder filled on a similar machine with
python -m pip download -r core/requirements.txt -d FOLDER</source>
            <translation>Uma pasta preenchida em uma máquina semelhante com
python -m pip download -r core/requirements.txt -d FOLDER</translation>
        </message>
        <message>
            <source>Preset by the environment variable {}</source>
            <translation>Predefinido pela variável de ambiente {}</translation>
        </message>
        <message>
            <source>Where packages come from</source>
            <translation>De onde vêm os pacotes</translation>
        </message>
        <message>
            <source>&amp;Package index</source>
            <translation>Índice de &amp;pacotes</translation>
        </message>
        <message>
            <source>&amp;Folder of wheels</source>
            <translation>Pasta de &amp;wheels</translation>
        </message>
        <message>
            <source>A model is being fine-tuned in this environment; stop it or wait until it has finished, then try again.</source>
            <translation>Um modelo está sendo ajustado neste ambiente; pare-o ou espere até que termine e tente novamente.</translation>
        </message>
        <message>
            <source>{} Jobs that use it will be cancelled.</source>
            <translation>{} As tarefas que o usam serão canceladas.</translation>
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
            <translation>Não há contornos por clique; clique primeiro em algumas edificações.</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Footprints from “{}”</source>
            <translation>Contornos de “{}”</translation>
        </message>
        <message>
            <source>Click each corner · right-click: extract all buildings in it · Ctrl+Z: remove a corner · Esc: discard</source>
            <translation>Clique em cada canto · clique direito: extrair todas as edificações dentro dele · Ctrl+Z: remover um canto · Esc: descartar</translation>
        </message>
        <message>
            <source>Nothing found · click another place, or Shift+click more of the building</source>
            <translation>Nada encontrado · clique em outro lugar, ou Shift+clique em outra parte da edificação</translation>
        </message>
        <message>
            <source>Shift+click: add a part · right-click: remove a part · Enter or next building: accept · Ctrl+Z: take back a click · Esc: discard</source>
            <translation>Shift+clique: adicionar uma parte · clique direito: remover uma parte · Enter ou próxima edificação: aceitar · Ctrl+Z: desfazer um clique · Esc: descartar</translation>
        </message>
        <message>
            <source>Click a building · drag a rectangle around several</source>
            <translation>Clique em uma edificação · arraste um retângulo em volta de várias</translation>
        </message>
    </context>
    <context>
        <name>ExtractForm</name>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere</source>
            <translation>Usada onde tem pixels válidos; nos demais lugares, somente SAR</translation>
        </message>
        <message>
            <source>Whole SAR layer</source>
            <translation>Toda a camada SAR</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Vista atual do mapa</translation>
        </message>
        <message>
            <source>Selected polygons</source>
            <translation>Polígonos selecionados</translation>
        </message>
        <message>
            <source>The area to extract footprints from</source>
            <translation>A área da qual extrair contornos</translation>
        </message>
        <message>
            <source>The model’s own threshold</source>
            <translation>O limiar próprio do modelo</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel: lower values find more buildings, higher values fewer. The triangle marks the model’s own. If a result is the active layer, its footprints are outlined again; the threshold of the next extraction stays the same.</source>
            <translation>Probabilidade mínima de um pixel de edificação: valores mais baixos encontram mais edificações, mais altos menos. O triângulo marca a do próprio modelo. Se a camada ativa for um resultado, seus contornos são vetorizados novamente; o limiar da próxima extração não muda.</translation>
        </message>
        <message>
            <source>GeoPackage to write; empty: a temporary file</source>
            <translation>GeoPackage a gravar; vazio: um arquivo temporário</translation>
        </message>
        <message>
            <source> m²</source>
            <translation> m²</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted</source>
            <translation>Contornos menores são omitidos</translation>
        </message>
        <message>
            <source>Care&amp;ful (8 times slower)</source>
            <translation>C&amp;uidadoso (8 vezes mais lento)</translation>
        </message>
        <message>
            <source>Averages over rotated and mirrored views of the scene</source>
            <translation>Calcula a média de vistas giradas e espelhadas da cena</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avançado</translation>
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
            <translation>E&amp;xtensão</translation>
        </message>
        <message>
            <source>&amp;Model</source>
            <translation>&amp;Modelo</translation>
        </message>
        <message>
            <source>Sa&amp;ve to</source>
            <translation>Sal&amp;var em</translation>
        </message>
        <message>
            <source>Computes on</source>
            <translation>Calcula em</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>Po&amp;larizações</translation>
        </message>
        <message>
            <source>SAR va&amp;lues</source>
            <translation>Val&amp;ores SAR</translation>
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
            <translation>L&amp;imiar do resultado</translation>
        </message>
        <message>
            <source>&amp;Threshold</source>
            <translation>L&amp;imiar</translation>
        </message>
        <message>
            <source>The same area again</source>
            <translation>A mesma área novamente</translation>
        </message>
    </context>
    <context>
        <name>ExtractPage</name>
        <message>
            <source>&amp;Extract</source>
            <translation>&amp;Extrair</translation>
        </message>
        <message>
            <source>&amp;Review…</source>
            <translation>&amp;Revisar…</translation>
        </message>
        <message>
            <source>Go through the footprints of a layer, the least certain first</source>
            <translation>Percorrer os contornos de uma camada, começando pelos menos seguros</translation>
        </message>
        <message>
            <source>The settings are filled in; change some and click Extract.</source>
            <translation>As configurações estão preenchidas; altere algumas e clique em Extrair.</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; choose another model.</source>
            <translation>O modelo “{}” não existe mais; escolha outro modelo.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Cancelando…</translation>
        </message>
        <message>
            <source>Overwrite the earlier result, and replace the layer {}?</source>
            <translation>Sobrescrever o resultado anterior e substituir a camada {}?</translation>
        </message>
        <message>
            <source>Overwrite the earlier result?</source>
            <translation>Sobrescrever o resultado anterior?</translation>
        </message>
        <message>
            <source>Overwrite?</source>
            <translation>Sobrescrever?</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Canc&amp;elar</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Abrir log</translation>
        </message>
    </context>
    <context>
        <name>Extraction</name>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation>Cancelado; nada foi gravado.</translation>
        </message>
        <message>
            <source>The footprints are ready, but not on the map, because another project was opened: {}</source>
            <translation>Os contornos estão prontos, mas não no mapa, porque outro projeto foi aberto: {}</translation>
        </message>
        <message>
            <source>Add to this project</source>
            <translation>Adicionar a este projeto</translation>
        </message>
        <message>
            <source>{:,} footprint in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} contorno em {:.1f} s, na camada “{}”.</translation>
        </message>
        <message>
            <source>{:,} footprints in {:.1f} s, in the layer “{}”.</source>
            <translation>{:,} contornos em {:.1f} s, na camada “{}”.</translation>
        </message>
        <message>
            <source>Zoom to</source>
            <translation>Aproximar para</translation>
        </message>
    </context>
    <context>
        <name>Failures</name>
        <message>
            <source>the server reports an error</source>
            <translation>o servidor informa um erro</translation>
        </message>
        <message>
            <source>no connection</source>
            <translation>sem conexão</translation>
        </message>
        <message>
            <source>the server sent no picture</source>
            <translation>o servidor não enviou nenhuma imagem</translation>
        </message>
    </context>
    <context>
        <name>FinetuneForm</name>
        <message>
            <source>With an optical layer, the optical branch is trained too and teaches the one that stands in for it where there is only SAR (hallucination branch in the paper)</source>
            <translation>Com uma camada óptica, o ramo óptico também é treinado e ensina o que o substitui onde só há SAR (ramo de alucinação no artigo)</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>De uma camada de polígonos</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>Da imagem óptica</translation>
        </message>
        <message>
            <source>From the optical image: no outlines are needed; what the base model confidently predicts with the optical layer becomes the labels for SAR alone</source>
            <translation>Da imagem óptica: não são necessários contornos; o que o modelo base prevê com certeza com a camada óptica vira rótulos para o SAR sozinho</translation>
        </message>
        <message>
            <source>Choose a polygon layer…</source>
            <translation>Escolher uma camada de polígonos…</translation>
        </message>
        <message>
            <source>Outlines of buildings; unsaved edits and layer filters are taken into account</source>
            <translation>Contornos de edificações; as edições não salvas e os filtros da camada são levados em conta</translation>
        </message>
        <message>
            <source>No corrections</source>
            <translation>Sem correções</translation>
        </message>
        <message>
            <source>Outlines of buildings that you have drawn or clicked; they replace the predictions of the base model there, and a few where it errs are enough</source>
            <translation>Contornos de edificações que você desenhou ou clicou; eles substituem ali as previsões do modelo base, e bastam alguns onde ele erra</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Completos</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Alguns faltam ou são antigos</translation>
        </message>
        <message>
            <source>Partly missing or old: the outlines are moved to the buildings in the optical image, and places where the base model confidently contradicts them are left out</source>
            <translation>Alguns faltam ou são antigos: os contornos são movidos para as edificações na imagem óptica, e os lugares onde o modelo base os contradiz com certeza são omitidos</translation>
        </message>
        <message>
            <source>The new model is also judged by these predictions, not by the truth; check it on the map before you rely on it.</source>
            <translation>O novo modelo também é avaliado por essas previsões, não pela verdade; confira-o no mapa antes de confiar nele.</translation>
        </message>
        <message>
            <source>The area in which every building has an outline; the rest of it is learned as “no building”, and nothing outside it is used. Without a layer it is the hull of the outlines, or the whole scene for labels from the optical image</source>
            <translation>A área em que cada edificação tem um contorno; o resto dela é aprendido como “sem edificação” e nada fora dela é usado. Sem camada, é a envoltória dos contornos ou, com rótulos da imagem óptica, a cena inteira</translation>
        </message>
        <message>
            <source>Name of the new model in the list of models</source>
            <translation>Nome do novo modelo na lista de modelos</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Rápido</translation>
        </message>
        <message>
            <source>Thorough (about four times as long)</source>
            <translation>Minucioso (cerca de 4 vezes mais)</translation>
        </message>
        <message>
            <source>Number of training steps</source>
            <translation>Número de passos de treinamento</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Só as últimas camadas</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Últimas camadas, decodific.</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>A rede inteira</translation>
        </message>
        <message>
            <source>With few labels, it is safer to train fewer parts. The last layers are the fusion heads and the shared block of the paper</source>
            <translation>Com poucos rótulos, é mais seguro treinar menos partes. As últimas camadas são as cabeças de fusão e o bloco compartilhado do artigo</translation>
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
            <translation>Rót&amp;ulos</translation>
        </message>
        <message>
            <source>Labelled &amp;area</source>
            <translation>Ár&amp;ea rotulada</translation>
        </message>
        <message>
            <source>&amp;Base model</source>
            <translation>Modelo &amp;base</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nome</translation>
        </message>
        <message>
            <source>&amp;Effort</source>
            <translation>Es&amp;forço</translation>
        </message>
        <message>
            <source>&amp;Train</source>
            <translation>&amp;Treinar</translation>
        </message>
        <message>
            <source>Hull of the labels</source>
            <translation>Envoltória dos rótulos</translation>
        </message>
        <message>
            <source>Whole scene</source>
            <translation>Cena inteira</translation>
        </message>
        <message>
            <source>All three branches are trained; the optical branch teaches the one that stands in for it where there is only SAR.</source>
            <translation>Os três ramos são treinados; o ramo óptico ensina aquele que o substitui onde só há SAR.</translation>
        </message>
        <message>
            <source>Without an optical layer, only the branches for SAR alone are trained.</source>
            <translation>Sem uma camada óptica, só são treinados os ramos para SAR sozinho.</translation>
        </message>
    </context>
    <context>
        <name>FinetunePage</name>
        <message>
            <source>Cancel the fine-tuning?</source>
            <translation>Cancelar o ajuste fino?</translation>
        </message>
        <message>
            <source>All training so far will be lost. To keep it, use “Stop and keep best” instead.</source>
            <translation>Todo o treinamento feito até agora será perdido. Para mantê-lo, use “Parar e manter o melhor”.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Cancelando…</translation>
        </message>
        <message>
            <source>Delete the new model?</source>
            <translation>Excluir o novo modelo?</translation>
        </message>
        <message>
            <source>The new model and its report will be deleted. The base model does not change.</source>
            <translation>O novo modelo e seu relatório serão excluídos. O modelo base não muda.</translation>
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
            <translation>Outro modelo tem este nome; escolha outro: {}</translation>
        </message>
        <message>
            <source>Choose the polygon layer with the outlines of your buildings.</source>
            <translation>Escolha a camada de polígonos com os contornos das suas edificações.</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Escolha uma camada SAR.</translation>
        </message>
        <message>
            <source>There is no optical layer to take labels from; choose one, or a polygon layer as labels.</source>
            <translation>Não há camada óptica de onde tirar rótulos; escolha uma, ou uma camada de polígonos como rótulos.</translation>
        </message>
        <message>
            <source>The labels and the labelled area are the same layer; for the area, choose polygons in which every building has an outline, or the hull of the labels.</source>
            <translation>Os rótulos e a área rotulada são a mesma camada; para a área, escolha polígonos em que cada edificação tenha um contorno, ou a envoltória dos rótulos.</translation>
        </message>
        <message>
            <source>The base model cannot be read; choose another.</source>
            <translation>Não é possível ler o modelo base; escolha outro.</translation>
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
            <translation>Ajuda</translation>
        </message>
        <message>
            <source>Open the guide in the browser</source>
            <translation>Abrir o guia no navegador</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Earlier runs and saved settings, to fill in the fields</source>
            <translation>Execuções anteriores e configurações salvas, para preencher os campos</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>Ainda não há execuções</translation>
        </message>
        <message>
            <source>Save settings…</source>
            <translation>Salvar configurações…</translation>
        </message>
        <message>
            <source>Open settings…</source>
            <translation>Abrir configurações…</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>Limpar esta lista</translation>
        </message>
        <message>
            <source>The settings were saved: {}</source>
            <translation>As configurações foram salvas: {}</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>Abrir configurações</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>Salvar configurações</translation>
        </message>
        <message>
            <source>Settings (*{})</source>
            <translation>Configurações (*{})</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprint</source>
            <translation>{} · {} · {} · {:,} contorno</translation>
        </message>
        <message>
            <source>{} · {} · {} · {:,} footprints</source>
            <translation>{} · {} · {} · {:,} contornos</translation>
        </message>
        <message>
            <source>The file has no settings of an extraction, or those of a newer version; choose a file that was written by Save settings: {}</source>
            <translation>O arquivo não contém as configurações de uma extração, ou são de uma versão mais nova; escolha um arquivo criado com “Salvar configurações”: {}</translation>
        </message>
    </context>
    <context>
        <name>InstallBox</name>
        <message>
            <source>&amp;Options…</source>
            <translation>&amp;Opções…</translation>
        </message>
        <message>
            <source>Where packages come from, or another Python</source>
            <translation>De onde vêm os pacotes, ou outro Python</translation>
        </message>
    </context>
    <context>
        <name>InstallFailure</name>
        <message>
            <source>This Linux is too old for PyTorch, which needs glibc 2.28; use Debian 10, Ubuntu 20.04, RHEL 8 or newer, or QGIS from Flathub.</source>
            <translation>Este Linux é antigo demais para o PyTorch, que precisa da glibc 2.28; use Debian 10, Ubuntu 20.04, RHEL 8 ou mais recente, ou o QGIS do Flathub.</translation>
        </message>
        <message>
            <source>There is no PyTorch for Macs with an Intel processor; use a Mac with an Apple processor, or another computer.</source>
            <translation>Não há PyTorch para Macs com processador Intel; use um Mac com processador Apple ou outro computador.</translation>
        </message>
        <message>
            <source>A rule of your organisation (AppLocker, App Control) forbids programs in the folder of the environment; ask your administrator to allow that folder, or for another one to install into.</source>
            <translation>Uma regra da sua organização (AppLocker, App Control) proíbe programas na pasta do ambiente; peça ao administrador que permita essa pasta, ou outra onde instalar.</translation>
        </message>
        <message>
            <source>The program {0} cannot be started, often because a rule of your organisation or a virus scanner forbids programs in its folder; ask your administrator to allow that folder.</source>
            <translation>Não é possível iniciar o programa {0}, muitas vezes porque uma regra da sua organização ou um antivírus proíbe programas na pasta dele; peça ao administrador que permita essa pasta.</translation>
        </message>
        <message>
            <source>A package is not the one that this version of the plugin was released with, and was not installed, often because a proxy alters files; use another network or a folder of wheels, or enter the index in the options if you trust it.</source>
            <translation>Um pacote não é aquele com que esta versão do complemento foi publicada e não foi instalado, muitas vezes porque um proxy altera arquivos; use outra rede ou uma pasta de wheels, ou informe o índice nas opções se você confia nele.</translation>
        </message>
        <message>
            <source>The disk is full; free up space on the disk of the QGIS profile, then try again.</source>
            <translation>O disco está cheio; libere espaço no disco do perfil do QGIS e tente novamente.</translation>
        </message>
        <message>
            <source>Memory ran out; close other programs, or let Windows manage the size of the paging file, then try again.</source>
            <translation>A memória acabou; feche outros programas ou deixe o Windows gerenciar o tamanho do arquivo de paginação e tente novamente.</translation>
        </message>
        <message>
            <source>OneDrive holds back files of the environment; exclude the folder of the QGIS profile from OneDrive, or ask your administrator for another folder to install into.</source>
            <translation>O OneDrive retém arquivos do ambiente; exclua do OneDrive a pasta do perfil do QGIS ou peça ao administrador outra pasta onde instalar.</translation>
        </message>
        <message>
            <source>Another program, often a virus scanner, has a file of the environment open; wait a minute and try again, or exclude the QGIS profile from scanning.</source>
            <translation>Outro programa, muitas vezes um antivírus, está com um arquivo do ambiente aberto; espere um minuto e tente novamente, ou exclua o perfil do QGIS da verificação.</translation>
        </message>
        <message>
            <source>A path became too long; switch on long paths in Windows, or use a QGIS profile in a folder with a shorter name.</source>
            <translation>Um caminho ficou longo demais; ative os caminhos longos no Windows ou use um perfil do QGIS em uma pasta com nome mais curto.</translation>
        </message>
        <message>
            <source>The environment’s folder cannot be written; check the permissions of the folder of the QGIS profile.</source>
            <translation>Não é possível gravar na pasta do ambiente; verifique as permissões da pasta do perfil do QGIS.</translation>
        </message>
        <message>
            <source>Windows cannot load a library of the environment; install Microsoft’s Visual C++ runtime from https://aka.ms/vc14/vc_redist.x64.exe, then try again.</source>
            <translation>O Windows não consegue carregar uma biblioteca do ambiente; instale o runtime do Visual C++ da Microsoft de https://aka.ms/vc14/vc_redist.x64.exe e tente novamente.</translation>
        </message>
        <message>
            <source>The GPU is too old for the installed build of PyTorch; choose CPU as the device, or remove the environment and install it again.</source>
            <translation>A GPU é antiga demais para a compilação instalada do PyTorch; escolha CPU como dispositivo, ou remova o ambiente e instale-o novamente.</translation>
        </message>
        <message>
            <source>The processor lacks instructions that the libraries use; use a computer with a newer processor.</source>
            <translation>O processador não tem instruções que as bibliotecas usam; use um computador com um processador mais recente.</translation>
        </message>
        <message>
            <source>The installation was killed, perhaps because memory ran out; close other programs and try again.</source>
            <translation>A instalação foi encerrada à força, talvez porque a memória acabou; feche outros programas e tente novamente.</translation>
        </message>
        <message>
            <source>Python crashed ({0}), often because of a virus scanner or a damaged file; exclude the QGIS profile from scanning, remove the environment, and install it again.</source>
            <translation>O Python travou ({0}), muitas vezes por causa de um antivírus ou de um arquivo danificado; exclua o perfil do QGIS da verificação, remova o ambiente e instale-o novamente.</translation>
        </message>
        <message>
            <source>A step took too long and was stopped, often because a virus scanner reads every file; try again, or exclude the QGIS profile from scanning.</source>
            <translation>Um passo demorou demais e foi interrompido, muitas vezes porque um antivírus lê cada arquivo; tente novamente ou exclua o perfil do QGIS da verificação.</translation>
        </message>
        <message>
            <source>The Python that was found cannot connect securely (no SSL); install Python from python.org, or the program uv, then try again.</source>
            <translation>O Python encontrado não consegue se conectar com segurança (sem SSL); instale o Python de python.org, ou o programa uv, e tente novamente.</translation>
        </message>
        <message>
            <source>The Python that was found lacks the module ensurepip; install the package python3-venv, or the program uv, then try again.</source>
            <translation>Falta o módulo ensurepip no Python encontrado; instale o pacote python3-venv, ou o programa uv, e tente novamente.</translation>
        </message>
        <message>
            <source>The proxy requires a user name and a password; enter them in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>O proxy exige um nome de usuário e uma senha; informe-os em Configurações &gt; Opções &gt; Rede e tente novamente.</translation>
        </message>
        <message>
            <source>pip cannot use a SOCKS proxy; install the program uv, which can, or install from a folder of wheels.</source>
            <translation>O pip não consegue usar um proxy SOCKS; instale o programa uv, que consegue, ou instale de uma pasta de wheels.</translation>
        </message>
        <message>
            <source>The proxy refuses to connect ({0}); ask its administrator to allow the package index, or install from a folder of wheels.</source>
            <translation>O proxy recusa a conexão ({0}); peça ao administrador dele que permita o índice de pacotes, ou instale de uma pasta de wheels.</translation>
        </message>
        <message>
            <source>The proxy cannot be reached; check it in Settings &gt; Options &gt; Network, then try again.</source>
            <translation>Não é possível acessar o proxy; verifique-o em Configurações &gt; Opções &gt; Rede e tente novamente.</translation>
        </message>
        <message>
            <source>The package index has a certificate that is not trusted, often that of a proxy; add your organisation’s certificate in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then try again.</source>
            <translation>O índice de pacotes tem um certificado não confiável, muitas vezes o de um proxy; adicione o certificado da sua organização em Configurações &gt; Opções &gt; Autenticação &gt; Gerenciar certificados e tente novamente.</translation>
        </message>
        <message>
            <source>The package index refuses access ({0}); check its address and its password.</source>
            <translation>O índice de pacotes recusa o acesso ({0}); verifique o endereço e a senha.</translation>
        </message>
        <message>
            <source>The network failed or the package index cannot be reached; check the connection, then try again: what has been downloaded is kept.</source>
            <translation>A rede falhou ou não é possível acessar o índice de pacotes; verifique a conexão e tente novamente: o que já foi baixado é mantido.</translation>
        </message>
        <message>
            <source>The Python that was found is not compatible with PyTorch; install Python 3.12 from python.org, or the program uv, then try again.</source>
            <translation>O Python encontrado não é compatível com o PyTorch; instale o Python 3.12 de python.org, ou o programa uv, e tente novamente.</translation>
        </message>
        <message>
            <source>There is no package {0} for this system and this Python; use Python 3.12, another package index or a more complete folder of wheels.</source>
            <translation>Não há pacote {0} para este sistema e este Python; use o Python 3.12, outro índice de pacotes ou uma pasta de wheels mais completa.</translation>
        </message>
        <message>
            <source>no output</source>
            <translation>sem explicação</translation>
        </message>
        <message>
            <source>The installation failed ({}); see the log.</source>
            <translation>A instalação falhou ({}); consulte o log.</translation>
        </message>
        <message>
            <source>This QGIS is made for Intel processors, for which there is no PyTorch; install the QGIS for Apple processors.</source>
            <translation>Este QGIS é para processadores Intel, para os quais não há PyTorch; instale o QGIS para processadores Apple.</translation>
        </message>
    </context>
    <context>
        <name>InstallTask</name>
        <message>
            <source>Install Python for CMH-CL</source>
            <translation>Instalar o Python para o CMH-CL</translation>
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
            <translation>C&amp;ontinuar</translation>
        </message>
        <message>
            <source>&amp;Update</source>
            <translation>A&amp;tualizar</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Abrir log</translation>
        </message>
        <message>
            <source>The installation is not complete.</source>
            <translation>A instalação não está completa.</translation>
        </message>
        <message>
            <source>The installed libraries do not match this version of the plugin; update them.</source>
            <translation>As bibliotecas instaladas não correspondem a esta versão do complemento; atualize-as.</translation>
        </message>
        <message>
            <source>Installed on {} in {}: {}.</source>
            <translation>Instalado em {} em {}: {}.</translation>
        </message>
        <message>
            <source>Footprints are computed outside QGIS, in a separate Python environment. Install creates it in {}: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>Os contornos são calculados fora do QGIS, em um ambiente Python separado. Instalar o cria em {}: cerca de {:.1f} GB para baixar e {:.1f} GB em disco.</translation>
        </message>
        <message>
            <source>With an NVIDIA GPU it is {:.1f} and {:.1f} GB.</source>
            <translation>Com uma GPU NVIDIA são {:.1f} e {:.1f} GB.</translation>
        </message>
    </context>
    <context>
        <name>Installation</name>
        <message>
            <source>QGIS runs as a {}: the Python inside it is used, not the computer’s.</source>
            <translation>O QGIS é executado como {}: é usado o Python que ele contém, não o do computador.</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Testando</translation>
        </message>
        <message>
            <source>Looking for Python</source>
            <translation>Procurando o Python</translation>
        </message>
        <message>
            <source>Creating the environment</source>
            <translation>Criando o ambiente</translation>
        </message>
        <message>
            <source>Updating pip</source>
            <translation>Atualizando o pip</translation>
        </message>
        <message>
            <source>Installing PyTorch</source>
            <translation>Instalando o PyTorch</translation>
        </message>
        <message>
            <source>PyTorch’s own index cannot be reached; the build {} of the general index is installed instead: about {:.1f} GB to download and {:.1f} GB on disk.</source>
            <translation>Não é possível acessar o índice próprio do PyTorch; em vez disso, é instalada a compilação {} do índice geral: cerca de {:.1f} GB para baixar e {:.1f} GB em disco.</translation>
        </message>
        <message>
            <source>Installing the other libraries</source>
            <translation>Instalando as outras bibliotecas</translation>
        </message>
        <message>
            <source>Installing OpenVINO</source>
            <translation>Instalando o OpenVINO</translation>
        </message>
        <message>
            <source>OpenVINO could not be installed, so extractions take longer on the CPU: {}</source>
            <translation>Não foi possível instalar o OpenVINO, por isso as extrações demoram mais na CPU: {}</translation>
        </message>
        <message>
            <source>{}: some packages are not in the plugin’s lock file, so their hashes are not compared.</source>
            <translation>{}: alguns pacotes não estão no arquivo de bloqueio do complemento, por isso seus hashes não são comparados.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose a folder of wheels to install from, or ask your administrator.</source>
            <translation>As configurações deste computador não permitem o uso da rede; escolha uma pasta de wheels de onde instalar ou fale com o administrador.</translation>
        </message>
        <message>
            <source>The installation needs {:,} MB on the disk of {}, which has {:,} MB free; free up space there, then try again.</source>
            <translation>A instalação precisa de {:,} MB no disco de {}, que tem {:,} MB livres; libere espaço nele e tente novamente.</translation>
        </message>
    </context>
    <context>
        <name>Installer</name>
        <message>
            <source>Another QGIS window is installing; wait until it has finished.</source>
            <translation>Outra janela do QGIS está instalando; espere até que ela termine.</translation>
        </message>
        <message>
            <source>Cancelled; what has been downloaded is kept.</source>
            <translation>Cancelado; o que já foi baixado é mantido.</translation>
        </message>
        <message>
            <source>{:,} of about {:,} MB</source>
            <translation>{:,} de cerca de {:,} MB</translation>
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
            <translation>Não há Python de {}.{} a {}.{} com os módulos venv e ensurepip; {} e tente novamente.</translation>
        </message>
        <message>
            <source>install the program uv into ~/.local/bin</source>
            <translation>instale o programa uv em ~/.local/bin</translation>
        </message>
        <message>
            <source>install the package python3-venv</source>
            <translation>instale o pacote python3-venv</translation>
        </message>
        <message>
            <source>install Python from python.org, or the program uv</source>
            <translation>instale o Python de python.org ou o programa uv</translation>
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
            <translation>Lendo as camadas</translation>
        </message>
    </context>
    <context>
        <name>LabelNext</name>
        <message>
            <source>{:,} blocks where the model is least certain are on the map. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.</source>
            <translation>{:,} blocos em que o modelo tem menos certeza estão no mapa. Rotule todas as edificações em alguns deles, exclua os outros e faça um ajuste fino com eles como área rotulada.</translation>
        </message>
    </context>
    <context>
        <name>LabelsAction</name>
        <message>
            <source>Use as labels for fine-tuning…</source>
            <translation>Usar como rótulos para o ajuste fino…</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>No polygon is selected; select one in a polygon layer.</source>
            <translation>Nenhum polígono está selecionado; selecione um em uma camada de polígonos.</translation>
        </message>
        <message>
            <source>Polygons are selected in {}; make one of these layers active.</source>
            <translation>Há polígonos selecionados em {}; torne ativa uma dessas camadas.</translation>
        </message>
        <message>
            <source>“{}” is being edited; save its edits or discard them, then filter it.</source>
            <translation>“{}” está em edição; salve as edições ou descarte-as e depois filtre a camada.</translation>
        </message>
        <message>
            <source>“{}” cannot be filtered; save it as a GeoPackage first.</source>
            <translation>“{}” não pode ser filtrada; salve-a antes como GeoPackage.</translation>
        </message>
        <message>
            <source>“{}” has a filter that is not a plain condition; change or remove it, then filter by confidence.</source>
            <translation>“{}” tem um filtro que não é uma condição simples; altere-o ou remova-o e depois filtre por confiança.</translation>
        </message>
        <message>
            <source>The footprints cannot be opened; run the extraction again: {}</source>
            <translation>Não é possível abrir os contornos; execute a extração novamente: {}</translation>
        </message>
        <message>
            <source>The layer “{}” was edited meanwhile and was not changed; move the slider again.</source>
            <translation>A camada “{}” foi editada entretanto e não foi alterada; mova o controle deslizante novamente.</translation>
        </message>
        <message>
            <source>The footprints of “{}” cannot be replaced ({}); {}</source>
            <translation>Não é possível substituir os contornos de “{}” ({}); {}</translation>
        </message>
        <message>
            <source>the file is read-only</source>
            <translation>o arquivo é somente leitura</translation>
        </message>
        <message>
            <source>run the extraction again into another file.</source>
            <translation>execute a extração novamente em outro arquivo.</translation>
        </message>
        <message>
            <source>Footprint</source>
            <translation>Contorno</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiança</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>Área (m²)</translation>
        </message>
        <message>
            <source>Share of optical</source>
            <translation>Proporção óptica</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Right angles</source>
            <translation>Ângulos retos</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisão</translation>
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
            <translation>potência</translation>
        </message>
        <message>
            <source>“{}” is an online layer, not a file; choose it as Optical on the page Extract, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>“{}” é uma camada online, não um arquivo; escolha-a como Óptica na página Extrair, ou salve-a como GeoTIFF (clique direito, Exportar &gt; Salvar Como…) e escolha esse arquivo.</translation>
        </message>
        <message>
            <source>The file of the layer “{}” no longer exists; choose another layer: {}</source>
            <translation>O arquivo da camada “{}” não existe mais; escolha outra camada: {}</translation>
        </message>
        <message>
            <source>The layer “{}” is not a raster file on this computer; save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>A camada “{}” não é um arquivo raster deste computador; salve-a como GeoTIFF (clique direito, Exportar &gt; Salvar Como…) e escolha esse arquivo.</translation>
        </message>
        <message>
            <source>The layer “{}” is on a server; allow rasters on servers in Settings &gt; Options &gt; CMH-CL, or save it as a GeoTIFF (right click, Export &gt; Save As…) and choose that.</source>
            <translation>A camada “{}” está em um servidor; permita rasters em servidores em Configurações &gt; Opções &gt; CMH-CL, ou salve-a como GeoTIFF (clique direito, Exportar &gt; Salvar Como…) e escolha esse arquivo.</translation>
        </message>
        <message>
            <source>“{}” is an online layer, a picture without SAR values; choose a SAR raster file.</source>
            <translation>“{}” é uma camada online, uma imagem sem valores SAR; escolha um arquivo raster SAR.</translation>
        </message>
        <message>
            <source>The SAR layers have different coordinate systems; set the same one for all of them (Layer &gt; Set CRS of Layer(s)…): {}</source>
            <translation>As camadas SAR têm sistemas de coordenadas diferentes; defina o mesmo para todas (Camada &gt; Definir SRC da(s) Camada(s)…): {}</translation>
        </message>
        <message>
            <source>The layer “{}” has no coordinate system; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>A camada “{}” não tem sistema de coordenadas; defina-o (Camada &gt; Definir SRC da(s) Camada(s)…).</translation>
        </message>
        <message>
            <source>The blocks cannot be opened; try again: {}</source>
            <translation>Não é possível abrir os blocos; tente novamente: {}</translation>
        </message>
        <message>
            <source>Label next: {}</source>
            <translation>Rotular a seguir: {}</translation>
        </message>
        <message>
            <source>“{}”</source>
            <translation>“{}”</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon; draw the area or choose another.</source>
            <translation>A camada “{}” não tem nenhum polígono; desenhe a área ou escolha outra.</translation>
        </message>
        <message>
            <source>The layer “{}” has no polygon where the SAR layer “{}” is; choose another layer, or check the coordinate systems of both.</source>
            <translation>A camada “{}” não tem nenhum polígono onde está a camada SAR “{}”; escolha outra camada ou verifique os sistemas de coordenadas de ambas.</translation>
        </message>
        <message>
            <source>The polygons of “{}” cannot be written ({}); free up disk space: {}</source>
            <translation>Não é possível gravar os polígonos de “{}” ({}); libere espaço em disco: {}</translation>
        </message>
        <message>
            <source>the file is incomplete</source>
            <translation>o arquivo está incompleto</translation>
        </message>
        <message>
            <source>Probabilities: {}</source>
            <translation>Probabilidades: {}</translation>
        </message>
        <message>
            <source>The probabilities cannot be opened; run the extraction again: {}</source>
            <translation>As probabilidades não podem ser abertas; execute a extração novamente: {}</translation>
        </message>
        <message>
            <source>Probability of building</source>
            <translation>Probabilidade de edificação</translation>
        </message>
        <message>
            <source>Uncertainty</source>
            <translation>Incerteza</translation>
        </message>
        <message>
            <source>The layer “{}” is being edited; save its edits or discard them first.</source>
            <translation>A camada “{}” está em edição; primeiro salve ou descarte as edições.</translation>
        </message>
        <message>
            <source>The layer “{}” is read-only; allow edits in Project &gt; Properties… &gt; Data Sources.</source>
            <translation>A camada “{}” é somente leitura; permita edições em Projeto &gt; Propriedades… &gt; Fontes de dados.</translation>
        </message>
        <message>
            <source>The layer “{}” is a view or a query and cannot be edited; choose the layer that it reads, or save it as a layer of its own (Export &gt; Save Features As…).</source>
            <translation>A camada “{}” é uma visão ou uma consulta e não pode ser editada; escolha a camada que ela lê, ou salve-a como uma camada própria (Exportar &gt; Salvar feições como…).</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be read; check that its file is still there: {}</source>
            <translation>A camada “{}” não pode ser lida; verifique se o arquivo dela ainda está lá: {}</translation>
        </message>
        <message>
            <source>Only {:,} of {:,} features of the layer “{}” could be read; check the connection to its server, or save it as a GeoPackage (Export &gt; Save Features As…).</source>
            <translation>Somente {:,} de {:,} feições da camada “{}” puderam ser lidas; verifique a conexão com o servidor dela, ou salve-a como GeoPackage (Exportar &gt; Salvar feições como…).</translation>
        </message>
        <message>
            <source>Footprints {} · {} · {}</source>
            <translation>Contornos {} · {} · {}</translation>
        </message>
        <message>
            <source>The comparison cannot be opened; compare again: {}</source>
            <translation>Não é possível abrir a comparação; compare novamente: {}</translation>
        </message>
        <message>
            <source>The validation blocks cannot be opened; start the fine-tuning again: {}</source>
            <translation>Não é possível abrir os blocos de validação; inicie o ajuste fino novamente: {}</translation>
        </message>
    </context>
    <context>
        <name>MessageArea</name>
        <message>
            <source>Close this message</source>
            <translation>Fechar esta mensagem</translation>
        </message>
    </context>
    <context>
        <name>ModelChoice</name>
        <message>
            <source>Other folder…</source>
            <translation>Outra pasta…</translation>
        </message>
        <message>
            <source>Choose a model folder</source>
            <translation>Escolher uma pasta de modelo</translation>
        </message>
        <message>
            <source>The model “{}” no longer exists; the default model is chosen instead.</source>
            <translation>O modelo “{}” não existe mais; em seu lugar foi escolhido o modelo padrão.</translation>
        </message>
    </context>
    <context>
        <name>ModelExport</name>
        <message>
            <source>The folder exists; choose another name: {}</source>
            <translation>A pasta existe; escolha outro nome: {}</translation>
        </message>
        <message>
            <source>Export of {}</source>
            <translation>Exportação de {}</translation>
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
            <translation>Medido em</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Treinado</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Overlap with the labelled buildings, 0 to 1, in areas that were not used for training</source>
            <translation>Sobreposição com as edificações rotuladas, de 0 a 1, em áreas que não foram usadas no treinamento</translation>
        </message>
        <message>
            <source>From SAR alone: {}</source>
            <translation>Só com SAR: {}</translation>
        </message>
        <message>
            <source>With an optical layer: {}</source>
            <translation>Com uma camada óptica: {}</translation>
        </message>
        <message>
            <source>broken</source>
            <translation>danificado</translation>
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
            <translation>Modelo base, com limiar escolhido aqui</translation>
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
            <translation>Polarizações</translation>
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
            <translation>Rótulos</translation>
        </message>
        <message>
            <source>Correction of the labels</source>
            <translation>Correção dos rótulos</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Edificações</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Blocos</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Local</translation>
        </message>
        <message>
            <source>Scenes</source>
            <translation>Cenas</translation>
        </message>
        <message>
            <source>Validated on</source>
            <translation>Validado em</translation>
        </message>
        <message>
            <source>Training steps</source>
            <translation>Passos de treinamento</translation>
        </message>
        <message>
            <source>Training time</source>
            <translation>Tempo de treinamento</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Rede</translation>
        </message>
        <message>
            <source>Pixel size</source>
            <translation>Tamanho do pixel</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Limiar</translation>
        </message>
        <message>
            <source>Computed on</source>
            <translation>Calculado em</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versões</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Pesos</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Pasta</translation>
        </message>
        <message>
            <source>{} for training, {} for validation</source>
            <translation>{} para treinamento, {} para validação</translation>
        </message>
        <message>
            <source>from the optical image</source>
            <translation>da imagem óptica</translation>
        </message>
        <message>
            <source>from the optical image, {} buildings corrected</source>
            <translation>da imagem óptica, {} edificações corrigidas</translation>
        </message>
        <message>
            <source>{}, partly missing or old</source>
            <translation>{}, incompletos ou antigos</translation>
        </message>
        <message>
            <source>moved by {:.1f} m on average, {:.0%} of the area left out</source>
            <translation>deslocados {:.1f} m em média, {:.0%} da área omitido</translation>
        </message>
        <message>
            <source>Record of the training (English)</source>
            <translation>Registro do treinamento (em inglês)</translation>
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
            <translation>F1 de edificações</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU de bordas</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Erro de calibração</translation>
        </message>
        <message>
            <source>Calibration error before</source>
            <translation>Erro de calibração antes</translation>
        </message>
        <message>
            <source>Scale of the logits</source>
            <translation>Escala dos logits</translation>
        </message>
        <message>
            <source>Offset of the logits</source>
            <translation>Deslocamento dos logits</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>Somente SAR</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Com imagem óptica</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Calibração</translation>
        </message>
        <message>
            <source>Simulated scenes</source>
            <translation>Cenas simuladas</translation>
        </message>
        <message>
            <source>Real scenes, never trained on</source>
            <translation>Cenas reais, nunca usadas no treinamento</translation>
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
            <translation>L</translation>
        </message>
        <message>
            <source>W</source>
            <translation>O</translation>
        </message>
        <message>
            <source>Zip file, for this plugin (*.zip)</source>
            <translation>Arquivo zip, para este complemento (*.zip)</translation>
        </message>
        <message>
            <source>Folder with ONNX and STAC, for other programs (*)</source>
            <translation>Pasta com ONNX e STAC, para outros programas (*)</translation>
        </message>
        <message>
            <source>Folder with STAC alone, for catalogues (*)</source>
            <translation>Pasta somente com STAC, para catálogos (*)</translation>
        </message>
        <message>
            <source>Export model</source>
            <translation>Exportar modelo</translation>
        </message>
        <message>
            <source>1 block</source>
            <translation>1 bloco</translation>
        </message>
        <message>
            <source>{} blocks</source>
            <translation>{} blocos</translation>
        </message>
        <message>
            <source>1 scene</source>
            <translation>1 cena</translation>
        </message>
        <message>
            <source>{} scenes</source>
            <translation>{} cenas</translation>
        </message>
        <message>
            <source>Trained on: {}</source>
            <translation>Treinado em: {}</translation>
        </message>
        <message>
            <source>“{}” is a copy of its base model, because the trained weights were not better on the validation blocks by more than chance. Keep the base model.</source>
            <translation>“{}” é uma cópia do modelo base, porque os pesos treinados não foram melhores nos blocos de validação além do acaso. Manter o modelo base.</translation>
        </message>
        <message>
            <source>better</source>
            <translation>melhor</translation>
        </message>
        <message>
            <source>no better</source>
            <translation>não melhor</translation>
        </message>
        <message>
            <source>worse</source>
            <translation>pior</translation>
        </message>
        <message>
            <source>Compared with its base model on the validation blocks, which it was not trained on, “{}” is {} from SAR alone and {} with optical. Use it where it is better.</source>
            <translation>Comparado com o modelo base nos blocos de validação, com os quais não foi treinado, “{}” é {} só com SAR e {} com imagem óptica. Usá-lo onde for melhor.</translation>
        </message>
        <message>
            <source>On the validation blocks, “{}” is no better than its base model with a threshold of {:.2f}, which is the best one there. Keep the base model, and set that threshold.</source>
            <translation>Nos blocos de validação, “{}” não é melhor que o modelo base com um limiar de {:.2f}, que é o melhor ali. Manter o modelo base e definir esse limiar.</translation>
        </message>
        <message>
            <source>The best threshold there is {:.2f}.</source>
            <translation>O melhor limiar ali é {:.2f}.</translation>
        </message>
        <message>
            <source>IoU: intersection over union of the pixels of buildings, 0 to 1; higher is better</source>
            <translation>IoU: interseção sobre união dos pixels de edificações, de 0 a 1; mais alto é melhor</translation>
        </message>
        <message>
            <source>F1: harmonic mean of precision and recall of these pixels, 0 to 1</source>
            <translation>F1: média harmônica da precisão e da revocação desses pixels, de 0 a 1</translation>
        </message>
        <message>
            <source>Object F1: the same of whole buildings that match a label</source>
            <translation>F1 de objetos: o mesmo com edificações inteiras que correspondem a um rótulo</translation>
        </message>
        <message>
            <source>Calibration error: mean difference between a probability and the share of buildings where it is predicted; lower is better</source>
            <translation>Erro de calibração: diferença média entre uma probabilidade e a proporção de edificações onde ela é prevista; mais baixo é melhor</translation>
        </message>
        <message>
            <source>“{}” is better than its base model on the validation blocks, which it was not trained on.</source>
            <translation>“{}” é melhor que o modelo base nos blocos de validação, com os quais não foi treinado.</translation>
        </message>
        <message>
            <source>“{}” is no better than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>“{}” não é melhor que o modelo base nos blocos de validação, com os quais não foi treinado. Manter o modelo base.</translation>
        </message>
        <message>
            <source>“{}” is worse than its base model on the validation blocks, which it was not trained on. Keep the base model.</source>
            <translation>“{}” é pior que o modelo base nos blocos de validação, com os quais não foi treinado. Manter o modelo base.</translation>
        </message>
        <message>
            <source>“{}” could not be validated: the labelled area is too small for validation blocks. Judge it on the map before you rely on it.</source>
            <translation>“{}” não pôde ser validado: a área rotulada é pequena demais para blocos de validação. Avaliá-lo no mapa antes de confiar nele.</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>Create your own models on the page Fine-tune, or drop the zip file of a model here.</source>
            <translation>Crie seus próprios modelos na página Ajuste fino, ou solte aqui o arquivo zip de um modelo.</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;Usar</translation>
        </message>
        <message>
            <source>Extract with this model</source>
            <translation>Extrair com este modelo</translation>
        </message>
        <message>
            <source>Re&amp;port</source>
            <translation>&amp;Relatório</translation>
        </message>
        <message>
            <source>Open the report of its training in the browser</source>
            <translation>Abrir o relatório do treinamento no navegador</translation>
        </message>
        <message>
            <source>Show on &amp;map</source>
            <translation>Mostrar no &amp;mapa</translation>
        </message>
        <message>
            <source>The area that it was trained on</source>
            <translation>A área em que foi treinado</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Re&amp;nomear…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Excluir…</translation>
        </message>
        <message>
            <source>Save the model as a zip file, or as ONNX files and STAC items</source>
            <translation>Salvar o modelo como arquivo zip, ou como arquivos ONNX e itens STAC</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importar…</translation>
        </message>
        <message>
            <source>Add a model from a zip file, or drop the file here</source>
            <translation>Adicionar um modelo de um arquivo zip, ou soltar o arquivo aqui</translation>
        </message>
        <message>
            <source>The training area of “{}” cannot be transformed to the map’s coordinate system; choose another one for the map.</source>
            <translation>A área de treinamento de “{}” não pode ser transformada para o sistema de coordenadas do mapa; escolha outro para o mapa.</translation>
        </message>
        <message>
            <source>Rename model</source>
            <translation>Renomear modelo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <source>Delete “{}” from disk? This cannot be undone.</source>
            <translation>Excluir “{}” do disco? Isso não pode ser desfeito.</translation>
        </message>
        <message>
            <source>Delete model</source>
            <translation>Excluir modelo</translation>
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
            <translation>O modelo foi salvo: {}</translation>
        </message>
        <message>
            <source>Import model</source>
            <translation>Importar modelo</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Arquivos zip (*.zip)</translation>
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
            <translation>Mais</translation>
        </message>
        <message>
            <source>Show &amp;probabilities</source>
            <translation>Mostrar &amp;probabilidades</translation>
        </message>
        <message>
            <source>Export for &amp;OpenStreetMap…</source>
            <translation>Exportar para o &amp;OpenStreetMap…</translation>
        </message>
        <message>
            <source>Processing is not enabled; enable it in QGIS’s plugins and try again.</source>
            <translation>O Processamento não está ativado; ative-o nos complementos do QGIS e tente novamente.</translation>
        </message>
    </context>
    <context>
        <name>Online</name>
        <message>
            <source>Fetch the picture of “{}” for this place: {:,} × {:,} pixels, roughly {:,.0f} MB?

Check the provider’s terms first: many forbid fetching large areas, or deriving maps from their pictures. You are asked once for this layer.</source>
            <translation>Obter a imagem de “{}” para este local: {:,} × {:,} pixels, aproximadamente {:,.0f} MB?

Verifique antes os termos do provedor: muitos proíbem obter áreas extensas ou derivar mapas de suas imagens. A pergunta só é feita uma vez para esta camada.</translation>
        </message>
        <message>
            <source>Fetch the online layer?</source>
            <translation>Obter a camada online?</translation>
        </message>
        <message>
            <source>The SAR layer “{}” has no coordinate system, so an online layer cannot be fetched for it; set it (Layer &gt; Set CRS of Layer(s)…).</source>
            <translation>A camada SAR “{}” não tem sistema de coordenadas, por isso não é possível obter uma camada online para ela; defina-o (Camada &gt; Definir SRC da(s) Camada(s)…).</translation>
        </message>
        <message>
            <source>The area is outside the SAR layer “{}”; choose another area.</source>
            <translation>A área está fora da camada SAR “{}”; escolha outra área.</translation>
        </message>
        <message>
            <source>The area cannot be transformed to the SAR layer’s coordinate system; choose another.</source>
            <translation>A área não pode ser transformada para o sistema de coordenadas da camada SAR; escolha outra.</translation>
        </message>
        <message>
            <source>The picture of the online layer would have {:,} million pixels, more than {:,}; choose a smaller extent.</source>
            <translation>A imagem da camada online teria {:,} milhões de pixels, mais de {:,}; escolha uma extensão menor.</translation>
        </message>
        <message>
            <source>The picture of the online layer cannot be written; free up disk space: {}</source>
            <translation>Não é possível gravar a imagem da camada online; libere espaço em disco: {}</translation>
        </message>
        <message>
            <source>The picture of “{}” has not been fetched for this place yet; start the run once.</source>
            <translation>A imagem de “{}” ainda não foi obtida para este local; inicie a execução uma vez.</translation>
        </message>
        <message>
            <source>The settings of this computer forbid network access; choose an optical layer that is a file.</source>
            <translation>As configurações deste computador não permitem o uso da rede; escolha uma camada óptica que seja um arquivo.</translation>
        </message>
        <message>
            <source>The online layer is no longer in the project; add it again: {}</source>
            <translation>A camada online não está mais no projeto; adicione-a novamente: {}</translation>
        </message>
    </context>
    <context>
        <name>OpticalCombo</name>
        <message>
            <source>None</source>
            <translation>Nenhuma</translation>
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
            <translation>Outro interpretador com as mesmas bibliotecas; vazio: detectado</translation>
        </message>
        <message>
            <source>Chec&amp;k</source>
            <translation>&amp;Verificar</translation>
        </message>
        <message>
            <source>Libraries, device and speed</source>
            <translation>Bibliotecas, dispositivo e velocidade</translation>
        </message>
        <message>
            <source>Cop&amp;y report</source>
            <translation>Copiar re&amp;latório</translation>
        </message>
        <message>
            <source>For a bug report; it contains no personal paths</source>
            <translation>Para um relatório de erro; não contém caminhos pessoais</translation>
        </message>
        <message>
            <source>&amp;Allow rasters on servers, and files that refer to others</source>
            <translation>Permitir ra&amp;sters em servidores e arquivos que remetem a outros</translation>
        </message>
        <message>
            <source>Rasters on a server, virtual rasters whose sources are in other folders, web maps saved as files, and the like; only for those that you trust</source>
            <translation>Rasters em um servidor, rasters virtuais cujas fontes estão em outras pastas, mapas da web salvos como arquivos e similares; só para aqueles em que você confia</translation>
        </message>
        <message>
            <source>Python in use</source>
            <translation>Python em uso</translation>
        </message>
        <message>
            <source>Checking {}…</source>
            <translation>Verificando {}…</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>nenhum ainda</translation>
        </message>
    </context>
    <context>
        <name>OutputFile</name>
        <message>
            <source>Temporary file</source>
            <translation>Arquivo temporário</translation>
        </message>
    </context>
    <context>
        <name>OutputPaths</name>
        <message>
            <source>QGIS cannot open {} files here; choose one of {}: {}</source>
            <translation>O QGIS não pode abrir arquivos {} aqui; escolha um de {}: {}</translation>
        </message>
        <message>
            <source>The folder does not exist; choose another: {}</source>
            <translation>A pasta não existe; escolha outra: {}</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); choose another: {}</source>
            <translation>Não é possível gravar na pasta ({}); escolha outra: {}</translation>
        </message>
        <message>
            <source>QGIS cannot open a GeoPackage with “{}” in its path; choose another name or folder, or another format: {}</source>
            <translation>O QGIS não consegue abrir um GeoPackage com “{}” no caminho; escolha outro nome ou outra pasta, ou outro formato: {}</translation>
        </message>
        <message>
            <source>The file is open in this project; choose another file or remove its layer: {}</source>
            <translation>O arquivo está aberto neste projeto; escolha outro arquivo ou remova a camada dele: {}</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Extract</source>
            <translation>Extrair</translation>
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
            <translation>Contornos CMH-CL</translation>
        </message>
    </context>
    <context>
        <name>PictureFetch</name>
        <message>
            <source>Another optical layer was chosen meanwhile; start again.</source>
            <translation>Nesse meio-tempo foi escolhida outra camada óptica; inicie novamente.</translation>
        </message>
        <message>
            <source>The picture was not fetched: another project was opened.</source>
            <translation>A imagem não foi obtida: outro projeto foi aberto.</translation>
        </message>
    </context>
    <context>
        <name>Plugin</name>
        <message>
            <source>Extract building footprints…</source>
            <translation>Extrair contornos de edificações…</translation>
        </message>
        <message>
            <source>Review footprints…</source>
            <translation>Revisar contornos…</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guia</translation>
        </message>
        <message>
            <source>An earlier version of CMH-CL Footprints is still installed in the folder “{}”; uninstall it in Plugins &gt; Manage and Install Plugins…, then restart QGIS.</source>
            <translation>Uma versão anterior do CMH-CL Footprints ainda está instalada na pasta “{}”; desinstale-a em Complementos &gt; Gerenciar e Instalar Complementos… e reinicie o QGIS.</translation>
        </message>
        <message>
            <source>Exit QGIS?</source>
            <translation>Sair do QGIS?</translation>
        </message>
        <message>
            <source>A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at the next start.</source>
            <translation>O ajuste fino de um modelo está em andamento. Sair do QGIS? O ajuste fino pode ser retomado na próxima inicialização.</translation>
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
            <translation>Contornos</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Dados</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Ambiente</translation>
        </message>
        <message>
            <source>The output is also an input; choose another file: {}</source>
            <translation>A saída também é uma entrada; escolha outro arquivo: {}</translation>
        </message>
        <message>
            <source>An earlier row of this batch has written the output; choose another for each row: {}</source>
            <translation>Uma linha anterior deste lote gravou a saída; escolha outra para cada linha: {}</translation>
        </message>
        <message>
            <source>Polarisations</source>
            <translation>Polarizações</translation>
        </message>
        <message>
            <source>Polarisations are names among {}, not “{}”.</source>
            <translation>As polarizações são nomes entre {}, não “{}”.</translation>
        </message>
        <message>
            <source>Check environment</source>
            <translation>Verificar ambiente</translation>
        </message>
        <message>
            <source>Tests the Python that the plugin uses. Reports the device and why it was chosen, the speed and the libraries, or what is missing. The report contains no personal paths.</source>
            <translation>Testa o Python que o complemento usa. Informa o dispositivo e por que foi escolhido, a velocidade e as bibliotecas, ou o que falta. O relatório não contém caminhos pessoais.</translation>
        </message>
        <message>
            <source>Engine and device</source>
            <translation>Motor e dispositivo</translation>
        </message>
        <message>
            <source>Why this device</source>
            <translation>Por que este dispositivo</translation>
        </message>
        <message>
            <source>Seconds for a tile of 512 px</source>
            <translation>Segundos por bloco de 512 px</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Relatório</translation>
        </message>
        <message>
            <source>Compare footprints</source>
            <translation>Comparar contornos</translation>
        </message>
        <message>
            <source>The differences between two layers of building polygons, such as footprints and a reference, or a newer and an older map: which buildings are matched, changed, new or missing, with precision, recall, F1 and mean IoU.

Polygons match one to one, best IoU first. Where no area and no probabilities are given, everything is compared, so a layer that covers more than the other has new or missing buildings there.</source>
            <translation>As diferenças entre duas camadas de polígonos de edificações, como contornos e uma referência, ou um mapa mais novo e um mais antigo: quais edificações são correspondentes, alteradas, novas ou ausentes, com precisão, revocação, F1 e IoU médio.

Os polígonos são associados um a um, primeiro o melhor IoU. Se nem área nem probabilidades forem informadas, tudo é comparado, de modo que uma camada que cobre mais que a outra tem ali edificações novas ou ausentes.</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Camada</translation>
        </message>
        <message>
            <source>The layer to check, or the newer map.</source>
            <translation>A camada a verificar ou o mapa mais novo.</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referência</translation>
        </message>
        <message>
            <source>The known buildings, or the older map.</source>
            <translation>As edificações conhecidas ou o mapa mais antigo.</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Área</translation>
        </message>
        <message>
            <source>Polygons that both layers cover; empty: everything is compared.</source>
            <translation>Polígonos que ambas as camadas cobrem; vazio: tudo é comparado.</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>Probabilidades</translation>
        </message>
        <message>
            <source>The probabilities that the extraction of the layer wrote: they give the confidence, also of missing buildings, and limit the comparison to what was extracted.</source>
            <translation>As probabilidades que a extração da camada gravou: elas dão a confiança, também das edificações ausentes, e limitam a comparação ao que foi extraído.</translation>
        </message>
        <message>
            <source>Same from an IoU of</source>
            <translation>Mesma edificação a partir de um IoU de</translation>
        </message>
        <message>
            <source>Intersection over union from which two polygons are the same building.</source>
            <translation>Interseção sobre união a partir da qual dois polígonos são a mesma edificação.</translation>
        </message>
        <message>
            <source>Changed below an IoU of</source>
            <translation>Alterada abaixo de um IoU de</translation>
        </message>
        <message>
            <source>Intersection over union below which the same building has changed.</source>
            <translation>Interseção sobre união abaixo da qual a mesma edificação é considerada alterada.</translation>
        </message>
        <message>
            <source>Changed if moved by more than (m)</source>
            <translation>Alterada se deslocada mais de (m)</translation>
        </message>
        <message>
            <source>Distance of the centroids beyond which the same building has changed.</source>
            <translation>Distância entre os centroides além da qual a mesma edificação é considerada alterada.</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Comparação</translation>
        </message>
        <message>
            <source>File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension.</source>
            <translation>GeoPackage, FlatGeobuf ou GeoJSON a gravar, conforme a extensão.</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others or none.</source>
            <translation>Não é possível abrir as probabilidades {}; escolha outras ou nenhuma.</translation>
        </message>
        <message>
            <source>Choose a polygon layer and a reference.</source>
            <translation>Escolha uma camada de polígonos e uma referência.</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precisão</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Revocação</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Mean IoU</source>
            <translation>IoU médio</translation>
        </message>
        <message>
            <source>Median shift (m)</source>
            <translation>Deslocamento mediano (m)</translation>
        </message>
        <message>
            <source>Matched</source>
            <translation>Correspondentes</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Alteradas</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Novas</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Ausentes</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Mescladas</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Divididas</translation>
        </message>
        <message>
            <source>Evaluate against reference</source>
            <translation>Avaliar com uma referência</translation>
        </message>
        <message>
            <source>Compares the predictions of a model, or finished footprints of any source, with known buildings: IoU, F1, precision and recall of pixels, IoU of boundaries, F1 of whole buildings (matched at an IoU of at least 0.5), and the calibration error of the probabilities (0: a probability of 80 % is right 8 times in 10). Of finished footprints, IoU, F1, precision and recall are those of areas instead of pixels; there are no figures of boundaries and probabilities.

Pixels without a label are background: limit the area to where all buildings are labelled.</source>
            <translation>Compara as predições de um modelo, ou contornos prontos de qualquer origem, com edificações conhecidas: IoU, F1, precisão e revocação de pixels, IoU de bordas, F1 de edificações inteiras (associadas com um IoU de pelo menos 0.5) e o erro de calibração das probabilidades (0: uma probabilidade de 80 % acerta 8 de cada 10 vezes). Para contornos prontos, IoU, F1, precisão e revocação são os de áreas em vez de pixels; não há números de bordas nem de probabilidades.

Os pixels sem rótulo são fundo: limite a área a onde todas as edificações estão rotuladas.</translation>
        </message>
        <message>
            <source>Finished footprints</source>
            <translation>Contornos prontos</translation>
        </message>
        <message>
            <source>A layer to evaluate instead of a model; SAR is then not needed.</source>
            <translation>Uma camada a avaliar em vez de um modelo; nesse caso, SAR não é necessário.</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Rótulos</translation>
        </message>
        <message>
            <source>Polygons of the true buildings.</source>
            <translation>Polígonos das edificações verdadeiras.</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the whole scene.</source>
            <translation>Onde todas as edificações estão rotuladas; vazio: a cena inteira.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Folder of the model</source>
            <translation>Pasta do modelo</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Números</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Arquivos JSON (*.json)</translation>
        </message>
        <message>
            <source>JSON file to write the figures into.</source>
            <translation>Arquivo JSON no qual gravar os números.</translation>
        </message>
        <message>
            <source>Choose either SAR, to evaluate a model, or finished footprints.</source>
            <translation>Escolha SAR, para avaliar um modelo, ou contornos prontos.</translation>
        </message>
        <message>
            <source>There are no labels; choose a layer of building polygons.</source>
            <translation>Não há rótulos; escolha uma camada de polígonos de edificações.</translation>
        </message>
        <message>
            <source>The figures cannot be written ({}); choose another file: {}</source>
            <translation>Não é possível gravar os números ({}); escolha outro arquivo: {}</translation>
        </message>
        <message>
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <source>Boundary IoU</source>
            <translation>IoU de bordas</translation>
        </message>
        <message>
            <source>Object F1</source>
            <translation>F1 de edificações</translation>
        </message>
        <message>
            <source>Precision of buildings</source>
            <translation>Precisão de edificações</translation>
        </message>
        <message>
            <source>Recall of buildings</source>
            <translation>Revocação de edificações</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Erro de calibração</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Limiar</translation>
        </message>
        <message>
            <source>Extract building footprints</source>
            <translation>Extrair contornos de edificações</translation>
        </message>
        <message>
            <source>Building footprints from SAR, and from an optical raster where it has valid pixels, as polygons with confidence, area and share of optical.

The rasters may be of any pixel size and coordinate system; scale and polarisations of SAR are detected. The default model was trained on simulated scenes: fine-tune it on your own area before you rely on it.</source>
            <translation>Contornos de edificações a partir de SAR, e de um raster óptico onde ele tiver pixels válidos, como polígonos com confiança, área e proporção de imagem óptica.

Os rasters podem ter qualquer tamanho de pixel e sistema de coordenadas; a escala e as polarizações de SAR são detectadas. O modelo padrão foi treinado com cenas simuladas: ajuste-o à sua própria área antes de confiar nele.</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extensão</translation>
        </message>
        <message>
            <source>The part of the scene to process; empty: the whole scene.</source>
            <translation>A parte da cena a processar; vazio: a cena inteira.</translation>
        </message>
        <message>
            <source>Polygons to process, instead of an extent.</source>
            <translation>Polígonos a processar, em vez de uma extensão.</translation>
        </message>
        <message>
            <source>Smallest area (m²)</source>
            <translation>Área mínima (m²)</translation>
        </message>
        <message>
            <source>Smaller footprints are omitted.</source>
            <translation>Contornos menores são omitidos.</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>Agendador</translation>
        </message>
        <message>
            <source>Address of a Dask cluster that computes the scene in parts, or local:N for N processes of this computer; empty: one process.</source>
            <translation>Endereço de um cluster Dask que calcula a cena por partes, ou local:N para N processos deste computador; vazio: um só processo.</translation>
        </message>
        <message>
            <source>GeoTIFF to write the probabilities to: with it, the slider on the page Extract changes the threshold of the result.</source>
            <translation>GeoTIFF no qual gravar as probabilidades: com ele, o controle deslizante da página Extrair altera o limiar do resultado.</translation>
        </message>
        <message>
            <source>Number of footprints</source>
            <translation>Número de contornos</translation>
        </message>
        <message>
            <source>Choose an extent or area polygons, not both.</source>
            <translation>Escolha uma extensão ou polígonos de área, não ambos.</translation>
        </message>
        <message>
            <source>Fine-tune a model</source>
            <translation>Ajustar um modelo</translation>
        </message>
        <message>
            <source>Trains a model further on a labelled part of your own scene. Some blocks of the area are held out from the training and used to compare the new model with its base model; the report shows both.

Inside the area, pixels without a label are background. With an optical raster all three branches are trained, without one only those for SAR alone.

With an optical raster no labels are needed: those from optical are what the base model predicts with it where it is sure. The new model is then judged by these predictions too, not by the truth.</source>
            <translation>Continua o treinamento de um modelo com uma parte rotulada da sua própria cena. Alguns blocos da área são excluídos do treinamento e servem para comparar o novo modelo com o seu modelo base; o relatório mostra os dois.

Dentro da área, pixels sem rótulo são fundo. Com um raster óptico, os três ramos são treinados; sem ele, apenas os de somente SAR.

Com um raster óptico, não são necessários rótulos: os da imagem óptica são o que o modelo base prediz com ela onde tem certeza. Nesse caso, o novo modelo também é avaliado por essas predições, não pela realidade.</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Folder of the base model</source>
            <translation>Pasta do modelo base</translation>
        </message>
        <message>
            <source>Name of the new model</source>
            <translation>Nome do novo modelo</translation>
        </message>
        <message>
            <source>Empty: the name of the SAR layer.</source>
            <translation>Vazio: o nome da camada SAR.</translation>
        </message>
        <message>
            <source>Effort</source>
            <translation>Esforço</translation>
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
            <translation>quick: minutos; thorough: cerca de quatro vezes mais, para áreas maiores.</translation>
        </message>
        <message>
            <source>Folder of models</source>
            <translation>Pasta de modelos</translation>
        </message>
        <message>
            <source>The new model becomes a folder in it; empty: the library that the page Models shows.</source>
            <translation>O novo modelo será uma pasta dentro dela; vazio: a biblioteca que a página Modelos mostra.</translation>
        </message>
        <message>
            <source>Where the labels come from</source>
            <translation>De onde vêm os rótulos</translation>
        </message>
        <message>
            <source>From a polygon layer</source>
            <translation>De uma camada de polígonos</translation>
        </message>
        <message>
            <source>From the optical image</source>
            <translation>Da imagem óptica</translation>
        </message>
        <message>
            <source>polygons: the layer of labels; optical: what the base model predicts with the optical raster.</source>
            <translation>polygons: a camada de rótulos; optical: o que o modelo base prediz com o raster óptico.</translation>
        </message>
        <message>
            <source>Polygons of buildings; 20 or more of them. Not used with labels from optical.</source>
            <translation>Polígonos de edificações; 20 ou mais. Não são usados com rótulos da imagem óptica.</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>Correções</translation>
        </message>
        <message>
            <source>Polygons of buildings, drawn or clicked, in place of labels from optical; used with these only.</source>
            <translation>Polígonos de edificações, desenhados ou clicados, no lugar dos rótulos da imagem óptica; usados somente com estes.</translation>
        </message>
        <message>
            <source>Quality of the labels</source>
            <translation>Qualidade dos rótulos</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Completos</translation>
        </message>
        <message>
            <source>Partly missing or old</source>
            <translation>Alguns faltam ou são antigos</translation>
        </message>
        <message>
            <source>complete: every building of the area has its outline in the right place; partial: outlines are partly missing, shifted or old, and are corrected by what the base model predicts. Not used with labels from optical.</source>
            <translation>complete: cada edificação da área tem o seu contorno no lugar certo; partial: em parte os contornos faltam, estão deslocados ou são antigos, e são corrigidos pelo que o modelo base prediz. Não é usado com rótulos da imagem óptica.</translation>
        </message>
        <message>
            <source>Labelled area</source>
            <translation>Área rotulada</translation>
        </message>
        <message>
            <source>Where all buildings are labelled; empty: the hull of the labels, or the whole scene for labels from optical.</source>
            <translation>Onde todas as edificações estão rotuladas; vazio: a envoltória dos rótulos ou, com rótulos da imagem óptica, a cena inteira.</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Novo modelo</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Veredito</translation>
        </message>
        <message>
            <source>IoU of the base model, SAR alone</source>
            <translation>IoU do modelo base, somente SAR</translation>
        </message>
        <message>
            <source>IoU of the new model, SAR alone</source>
            <translation>IoU do novo modelo, somente SAR</translation>
        </message>
        <message>
            <source>IoU of the base model, with optical</source>
            <translation>IoU do modelo base, com imagem óptica</translation>
        </message>
        <message>
            <source>IoU of the new model, with optical</source>
            <translation>IoU do novo modelo, com imagem óptica</translation>
        </message>
        <message>
            <source>There is no optical raster to take labels from; choose one.</source>
            <translation>Não há raster óptico do qual obter rótulos; escolha um.</translation>
        </message>
        <message>
            <source>Where to label next</source>
            <translation>Onde rotular a seguir</translation>
        </message>
        <message>
            <source>The square blocks of a scene where the model is least certain, from the probabilities that an extraction wrote. Label every building in some of them, delete the others, and fine-tune with them as the labelled area.

The uncertainty is the mean entropy of the probabilities, from 0 to 1. Blocks of which less than half has data are left out.</source>
            <translation>Os blocos quadrados de uma cena onde o modelo tem menos certeza, segundo as probabilidades gravadas por uma extração. Rotule todas as edificações em alguns deles, exclua os outros e faça o ajuste fino com eles como área rotulada.

A incerteza é a entropia média das probabilidades, de 0 a 1. Blocos com dados em menos da metade são omitidos.</translation>
        </message>
        <message>
            <source>The probabilities that an extraction wrote.</source>
            <translation>As probabilidades gravadas por uma extração.</translation>
        </message>
        <message>
            <source>Number of blocks</source>
            <translation>Número de blocos</translation>
        </message>
        <message>
            <source>At most; a small scene may have fewer.</source>
            <translation>No máximo; uma cena pequena pode ter menos.</translation>
        </message>
        <message>
            <source>Side of a block (m)</source>
            <translation>Lado de um bloco (m)</translation>
        </message>
        <message>
            <source>In metres on the ground.</source>
            <translation>Em metros no terreno.</translation>
        </message>
        <message>
            <source>Label next</source>
            <translation>Rotular a seguir</translation>
        </message>
        <message>
            <source>The probabilities {} cannot be opened; choose others.</source>
            <translation>Não é possível abrir as probabilidades {}; escolha outras.</translation>
        </message>
        <message>
            <source>Export buildings for OpenStreetMap</source>
            <translation>Exportar edificações para o OpenStreetMap</translation>
        </message>
        <message>
            <source>Building polygons for the editors of OpenStreetMap, with the tags building=yes and source: an .osm file for JOSM, in which neighbours share the nodes of their common wall, or GeoJSON for Rapid. Walls are straight, and nothing overlaps.

This uploads nothing. Check every building against imagery that OpenStreetMap may use, and follow its import guidelines before you upload more than a few.</source>
            <translation>Polígonos de edificações para os editores do OpenStreetMap, com as etiquetas building=yes e source: um arquivo .osm para o JOSM, em que vizinhos compartilham os nós da parede comum, ou GeoJSON para o Rapid. As paredes são retas e nada se sobrepõe.

Nada é enviado. Verifique cada edificação com imagens que o OpenStreetMap pode usar e siga as diretrizes de importação antes de enviar mais do que algumas.</translation>
        </message>
        <message>
            <source>Building polygons</source>
            <translation>Polígonos de edificações</translation>
        </message>
        <message>
            <source>Footprints, after a review, or polygons of any source.</source>
            <translation>Contornos, após uma revisão, ou polígonos de qualquer origem.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Fonte</translation>
        </message>
        <message>
            <source>The tag source of each building: which imagery it is from.</source>
            <translation>A etiqueta source de cada edificação: de quais imagens ela vem.</translation>
        </message>
        <message>
            <source>Only accepted footprints</source>
            <translation>Somente contornos aceitos</translation>
        </message>
        <message>
            <source>Only those that a review accepted.</source>
            <translation>Somente os que uma revisão aceitou.</translation>
        </message>
        <message>
            <source>Straighten walls</source>
            <translation>Endireitar paredes</translation>
        </message>
        <message>
            <source>Footprints of an extraction have straight walls already and stay.</source>
            <translation>Contornos de uma extração já têm paredes retas e ficam como estão.</translation>
        </message>
        <message>
            <source>OpenStreetMap data</source>
            <translation>Dados do OpenStreetMap</translation>
        </message>
        <message>
            <source>JOSM (*.osm);;GeoJSON (*.geojson)</source>
            <translation>JOSM (*.osm);;GeoJSON (*.geojson)</translation>
        </message>
        <message>
            <source>File to write: .osm for JOSM, .geojson for Rapid.</source>
            <translation>Arquivo a gravar: .osm para o JOSM, .geojson para o Rapid.</translation>
        </message>
        <message>
            <source>Number of buildings</source>
            <translation>Número de edificações</translation>
        </message>
        <message>
            <source>Number left out</source>
            <translation>Número de omitidos</translation>
        </message>
        <message>
            <source>The layer {} cannot be opened; choose a polygon layer.</source>
            <translation>Não é possível abrir a camada {}; escolha uma camada de polígonos.</translation>
        </message>
        <message>
            <source>Regularise building footprints</source>
            <translation>Regularizar contornos de edificações</translation>
        </message>
        <message>
            <source>Straight walls, and right angles where a building has them, for building polygons of any source: digitised by hand, from another model, or along the edges of pixels.

Attributes are kept. Invalid polygons are repaired, every part of a multipolygon counts as one polygon, neighbours keep their common walls, and courtyards are kept unless they are tiny. A large polygon without two main directions is only simplified. Angles are right on the ground, also if the coordinates are in degrees.</source>
            <translation>Paredes retas, e ângulos retos onde uma edificação os tem, para polígonos de edificações de qualquer origem: digitalizados à mão, de outro modelo ou ao longo das bordas dos pixels.

Os atributos são mantidos. Polígonos inválidos são reparados, cada parte de um multipolígono conta como um polígono, vizinhos mantêm as paredes comuns e pátios são mantidos, a menos que sejam minúsculos. Um polígono grande sem duas direções principais é apenas simplificado. Os ângulos são corretos no terreno, mesmo que as coordenadas estejam em graus.</translation>
        </message>
        <message>
            <source>One polygon per building.</source>
            <translation>Um polígono por edificação.</translation>
        </message>
        <message>
            <source>Tolerance (m)</source>
            <translation>Tolerância (m)</translation>
        </message>
        <message>
            <source>Distance on the ground by which a straight wall may deviate from the outline; walls shorter than twice that are merged into their neighbours.</source>
            <translation>Distância no terreno que uma parede reta pode se desviar do contorno; paredes mais curtas que o dobro disso são unidas às vizinhas.</translation>
        </message>
        <message>
            <source>Regularised</source>
            <translation>Regularizados</translation>
        </message>
        <message>
            <source>The layer to write.</source>
            <translation>A camada a gravar.</translation>
        </message>
        <message>
            <source>Number of polygons</source>
            <translation>Número de polígonos</translation>
        </message>
        <message>
            <source>The polygons cannot be written ({}); free up disk space: {}</source>
            <translation>Não é possível gravar os polígonos ({}); libere espaço em disco: {}</translation>
        </message>
        <message>
            <source>SAR</source>
            <translation>SAR</translation>
        </message>
        <message>
            <source>One raster, or one raster for each polarisation (at most four).</source>
            <translation>Um raster, ou um raster por polarização (no máximo quatro).</translation>
        </message>
        <message>
            <source>Optical</source>
            <translation>Óptica</translation>
        </message>
        <message>
            <source>Used where it has valid pixels; SAR alone elsewhere.</source>
            <translation>Usado onde tem pixels válidos; no restante, somente SAR.</translation>
        </message>
        <message>
            <source>A model of the library, which the page Models shows.</source>
            <translation>Um modelo da biblioteca, que a página Modelos mostra.</translation>
        </message>
        <message>
            <source>The folder of another model, instead of one of the library.</source>
            <translation>A pasta de outro modelo, em vez de um da biblioteca.</translation>
        </message>
        <message>
            <source>There is no such model in the library; choose another: {}</source>
            <translation>Esse modelo não existe na biblioteca; escolha outro: {}</translation>
        </message>
        <message>
            <source>Minimum probability of a building pixel; empty: the model’s own.</source>
            <translation>Probabilidade mínima de um pixel de edificação; vazio: a do próprio modelo.</translation>
        </message>
        <message>
            <source>Careful</source>
            <translation>Cuidadoso</translation>
        </message>
        <message>
            <source>Averages the predictions for rotated and mirrored views of the scene (test-time augmentation): about 8 times slower.</source>
            <translation>Calcula a média das predições para vistas giradas e espelhadas da cena (test-time augmentation): cerca de 8 vezes mais lento.</translation>
        </message>
        <message>
            <source>Of the SAR bands, in the order of files and bands, as in VV,VH; empty: detected.</source>
            <translation>Das bandas SAR, na ordem dos arquivos e das bandas, como VV,VH; vazio: detectadas.</translation>
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
            <translation>A escala dos valores SAR; auto: detectada.</translation>
        </message>
        <message>
            <source>Fastest available</source>
            <translation>O mais rápido disponível</translation>
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
            <translation>CPU, 8 bits (mais rápido, menos exato)</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available; cpu-int8: 8-bit inference, faster for large scenes on many processors, changes up to 1 % of the pixels.</source>
            <translation>Dispositivo para o cálculo; auto: o mais rápido disponível; cpu-int8: inferência de 8 bits, mais rápida com cenas grandes em muitos processadores, altera até 1% dos pixels.</translation>
        </message>
        <message>
            <source>Device for the computation; auto: the fastest available.</source>
            <translation>Dispositivo para o cálculo; auto: o mais rápido disponível.</translation>
        </message>
        <message>
            <source>No SAR raster can be opened; choose another one.</source>
            <translation>Não é possível abrir nenhum raster SAR; escolha outro.</translation>
        </message>
        <message>
            <source>The optical layer {} cannot be opened; choose another or none.</source>
            <translation>Não é possível abrir a camada óptica {}; escolha outra ou nenhuma.</translation>
        </message>
        <message>
            <source>The threshold is not a number; write it like 0.5: {}</source>
            <translation>O limiar não é um número; escreva-o como 0.5: {}</translation>
        </message>
        <message>
            <source>Simulate scene</source>
            <translation>Simular cena</translation>
        </message>
        <message>
            <source>A simulated scene: SAR, optical and buildings as sar.tif, optical.tif and buildings.geojson in one folder. The city is generated, or taken from a city model. For trials without data of your own.</source>
            <translation>Uma cena simulada: SAR, imagem óptica e edificações como sar.tif, optical.tif e buildings.geojson em uma pasta. A cidade é gerada ou obtida de um modelo de cidade. Para testes sem dados próprios.</translation>
        </message>
        <message>
            <source>Size (pixels)</source>
            <translation>Tamanho (pixels)</translation>
        </message>
        <message>
            <source>Width and height of the scene.</source>
            <translation>Largura e altura da cena.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semente</translation>
        </message>
        <message>
            <source>The same seed gives the same scene.</source>
            <translation>A mesma semente produz a mesma cena.</translation>
        </message>
        <message>
            <source>Kind of city</source>
            <translation>Tipo de cidade</translation>
        </message>
        <message>
            <source>Such as village, industrial or harbour; empty: a mixture.</source>
            <translation>Por exemplo, village, industrial ou harbour; vazio: uma mistura.</translation>
        </message>
        <message>
            <source>City model</source>
            <translation>Modelo de cidade</translation>
        </message>
        <message>
            <source>City models (*.json *.jsonl *.geojson)</source>
            <translation>Modelos de cidade (*.json *.jsonl *.geojson)</translation>
        </message>
        <message>
            <source>CityJSON, CityJSONSeq, or GeoJSON with heights; empty: a generated city.</source>
            <translation>CityJSON, CityJSONSeq ou GeoJSON com alturas; vazio: uma cidade gerada.</translation>
        </message>
        <message>
            <source>Amplitude in 8 bits</source>
            <translation>Amplitude em 8 bits</translation>
        </message>
        <message>
            <source>The scale of the SAR values.</source>
            <translation>A escala dos valores SAR.</translation>
        </message>
        <message>
            <source>Such as VV,VH; empty: all four.</source>
            <translation>Por exemplo, VV,VH; vazio: todas as quatro.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Pasta</translation>
        </message>
        <message>
            <source>Folder to write the three files into.</source>
            <translation>Pasta na qual gravar os três arquivos.</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>Edificações</translation>
        </message>
        <message>
            <source>The output has several layers, which would be lost ({}); choose another file: {}</source>
            <translation>A saída tem várias camadas, que seriam perdidas ({}); escolha outro arquivo: {}</translation>
        </message>
        <message>
            <source>The output is open in another program; close it there or choose another file: {}</source>
            <translation>A saída está aberta em outro programa; feche-a nele ou escolha outro arquivo: {}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>The Python environment, the device, the models of the library, and the running and interrupted jobs, as JSON for scripts. The keys are in English and stay the same; the sentences are in the language of QGIS.</source>
            <translation>O ambiente Python, o dispositivo, os modelos da biblioteca e as tarefas em execução e interrompidas, como JSON para scripts. As chaves estão em inglês e não mudam; as frases estão no idioma do QGIS.</translation>
        </message>
        <message>
            <source>Start the worker to find the device</source>
            <translation>Iniciar o processo de trabalho para determinar o dispositivo</translation>
        </message>
        <message>
            <source>Takes some seconds; otherwise the device is not known.</source>
            <translation>Leva alguns segundos; caso contrário, o dispositivo não é conhecido.</translation>
        </message>
        <message>
            <source>Status file</source>
            <translation>Arquivo de status</translation>
        </message>
        <message>
            <source>JSON file to write the status into.</source>
            <translation>Arquivo JSON no qual gravar o status.</translation>
        </message>
        <message>
            <source>Status as JSON</source>
            <translation>Status como JSON</translation>
        </message>
        <message>
            <source>The status cannot be written ({}); choose another file: {}</source>
            <translation>Não é possível gravar o status ({}); escolha outro arquivo: {}</translation>
        </message>
        <message>
            <source>What is trained</source>
            <translation>O que é treinado</translation>
        </message>
        <message>
            <source>Only the last layers</source>
            <translation>Só as últimas camadas</translation>
        </message>
        <message>
            <source>Last layers and decoders</source>
            <translation>Últimas camadas, decodific.</translation>
        </message>
        <message>
            <source>The whole network</source>
            <translation>A rede inteira</translation>
        </message>
        <message>
            <source>heads: only the last layers (the fusion heads and the shared block of the paper), for a scene similar to those of the base model; decoders: also the decoders; everything: the whole network, for many labels.</source>
            <translation>heads: só as últimas camadas (as cabeças de fusão e o bloco compartilhado do artigo), para uma cena parecida com as do modelo base; decoders: também os decodificadores; everything: a rede inteira, para muitos rótulos.</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Passos</translation>
        </message>
        <message>
            <source>0: the number that the effort sets.</source>
            <translation>0: o número definido pelo esforço.</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Lote</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory.</source>
            <translation>Recortes por passo; valores maiores tornam o treinamento mais estável, mas exigem mais tempo e memória.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Taxa de aprendizado</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model; 0: chosen by what is trained.</source>
            <translation>Com valores maiores aprende mais rápido, mas esquece mais do modelo base; 0: conforme o que é treinado.</translation>
        </message>
        <message>
            <source>Keep the optical branch</source>
            <translation>Manter o ramo óptico</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor.</source>
            <translation>Professor congelado (frozen teacher) no artigo: o ramo óptico continua sendo o do modelo base; útil se a imagem óptica for ruim.</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops.</source>
            <translation>Determina os blocos de validação e a ordem dos recortes.</translation>
        </message>
        <message>
            <source>Weight of uncertain pixels</source>
            <translation>Peso dos pixels incertos</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values align the branches on uncertain pixels too.</source>
            <translation>Temperatura T do artigo: valores maiores alinham os ramos também nos pixels incertos.</translation>
        </message>
        <message>
            <source>Alignment of features</source>
            <translation>Alinhamento de características</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper, the weight of the shared block; 0: off.</source>
            <translation>λ de MSAL no artigo, o peso do bloco compartilhado; 0: desativado.</translation>
        </message>
        <message>
            <source>Alignment of predictions</source>
            <translation>Alinhamento de previsões</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper, the weight of the fused branches; 0: off.</source>
            <translation>λ de MFAL no artigo, o peso dos ramos fundidos; 0: desativado.</translation>
        </message>
        <message>
            <source>Weight of edges</source>
            <translation>Peso das bordas</translation>
        </message>
        <message>
            <source>λ of the edge loss, for sharp edges; 0: off.</source>
            <translation>λ da perda de bordas, para bordas nítidas; 0: desativado.</translation>
        </message>
        <message>
            <source>Weight of contacts</source>
            <translation>Peso dos contatos</translation>
        </message>
        <message>
            <source>λ of the contact loss, which separates touching buildings; 0: off.</source>
            <translation>λ da perda de contato, que separa edificações que se tocam; 0: desativado.</translation>
        </message>
        <message>
            <source>Distance of alignment</source>
            <translation>Distância de alinhamento</translation>
        </message>
        <message>
            <source>Divergence of the predictions (KL)</source>
            <translation>Divergência das predições (KL)</translation>
        </message>
        <message>
            <source>Squared difference of the predictions</source>
            <translation>Diferença quadrática das predições</translation>
        </message>
        <message>
            <source>Squared difference of the features</source>
            <translation>Diferença quadrática das características</translation>
        </message>
        <message>
            <source>Measure of the difference between the branches.</source>
            <translation>Medida da diferença entre os ramos.</translation>
        </message>
        <message>
            <source>Log: {}</source>
            <translation>Log: {}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Starting the worker</source>
            <translation>Iniciando o processo de trabalho</translation>
        </message>
    </context>
    <context>
        <name>Provenance</name>
        <message>
            <source>none</source>
            <translation>nenhum</translation>
        </message>
        <message>
            <source>detected</source>
            <translation>detectado</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sim</translation>
        </message>
        <message>
            <source>no</source>
            <translation>não</translation>
        </message>
        <message>
            <source>Date: {}</source>
            <translation>Data: {}</translation>
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
            <translation>Polarizações: {}</translation>
        </message>
        <message>
            <source>SAR values: {}</source>
            <translation>Valores SAR: {}</translation>
        </message>
        <message>
            <source>Area: {}</source>
            <translation>Área: {}</translation>
        </message>
        <message>
            <source>whole SAR layer</source>
            <translation>camada SAR inteira</translation>
        </message>
        <message>
            <source>Threshold: {:.3g}</source>
            <translation>Limiar: {:.3g}</translation>
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
            <translation>camada online {}</translation>
        </message>
    </context>
    <context>
        <name>Python</name>
        <message>
            <source>CMH-CL has no Python environment yet; install it on the page Extract or in the plugin’s options.</source>
            <translation>O CMH-CL ainda não tem um ambiente Python; instale-o na página “Extrair” ou nas opções do complemento.</translation>
        </message>
        <message>
            <source>does not exist inside the {}, which QGIS runs as</source>
            <translation>não existe dentro de {}, que é como o QGIS é executado</translation>
        </message>
        <message>
            <source>does not exist</source>
            <translation>não existe</translation>
        </message>
        <message>
            <source>cannot be started</source>
            <translation>não pode ser iniciado</translation>
        </message>
        <message>
            <source>does not run as Python</source>
            <translation>não funciona como Python</translation>
        </message>
        <message>
            <source>is version {}.{}, older than {}.{}</source>
            <translation>é da versão {}.{}, anterior à {}.{}</translation>
        </message>
        <message>
            <source>has no {}</source>
            <translation>não tem {}</translation>
        </message>
        <message>
            <source>The Python that the plugin installed {problem}; update it, or remove it and install it again, in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>O Python que o complemento instalou {problem}; atualize-o, ou remova-o e instale-o novamente, em Configurações &gt; Opções &gt; CMH-CL.</translation>
        </message>
        <message>
            <source>The Python {python} {problem}; choose another in Settings &gt; Options &gt; CMH-CL.</source>
            <translation>O Python {python} {problem}; escolha outro em Configurações &gt; Opções &gt; CMH-CL.</translation>
        </message>
    </context>
    <context>
        <name>Recipes</name>
        <message>
            <source>A coordinate system was set in QGIS, which cannot be passed to qgis_process; copy the command line instead, or save the layer with that system.</source>
            <translation>No QGIS foi definido um sistema de coordenadas que não pode ser informado ao qgis_process; em vez disso, copie a linha de comando ou salve a camada com esse sistema.</translation>
        </message>
        <message>
            <source>Copy as command, to repeat this run outside of QGIS</source>
            <translation>Copiar como comando, para repetir esta execução fora do QGIS</translation>
        </message>
        <message>
            <source>Copy as command line</source>
            <translation>Copiar como linha de comando</translation>
        </message>
        <message>
            <source>Copy as qgis_process command</source>
            <translation>Copiar como comando do qgis_process</translation>
        </message>
        <message>
            <source>The command is in the clipboard.</source>
            <translation>O comando está na área de transferência.</translation>
        </message>
        <message>
            <source>The command is in the clipboard, its area in a file: {}</source>
            <translation>O comando está na área de transferência; a área dele, em um arquivo: {}</translation>
        </message>
        <message>
            <source>The command is in the clipboard; its labels and its model are in: {}</source>
            <translation>O comando está na área de transferência; os rótulos e o modelo dele estão em: {}</translation>
        </message>
    </context>
    <context>
        <name>Rendering</name>
        <message>
            <source>The online layer “{}” shows nothing at this place; choose another optical layer, or none.</source>
            <translation>A camada online “{}” não mostra nada neste lugar; escolha outra camada óptica, ou nenhuma.</translation>
        </message>
        <message>
            <source>The online layer “{}” cannot be fetched ({}); check the network and the layer, or choose another optical layer.</source>
            <translation>Não é possível obter a camada online “{}” ({}); verifique a rede e a camada, ou escolha outra camada óptica.</translation>
        </message>
        <message>
            <source>Fetching the picture of “{}”</source>
            <translation>Obtendo a imagem de “{}”</translation>
        </message>
    </context>
    <context>
        <name>ResultBox</name>
        <message>
            <source>Hides the less certain footprints with a filter of the layer; none is deleted</source>
            <translation>Oculta os contornos menos confiáveis com um filtro da camada; nenhum é excluído</translation>
        </message>
        <message>
            <source>The probabilities of this result are not available; to change its threshold, run the extraction again.</source>
            <translation>As probabilidades deste resultado não estão disponíveis; para alterar o limiar, execute a extração novamente.</translation>
        </message>
        <message>
            <source>Run a&amp;gain…</source>
            <translation>&amp;Fazer de novo…</translation>
        </message>
        <message>
            <source>Fills in the fields above with the settings of this result</source>
            <translation>Preenche os campos acima com as configurações deste resultado</translation>
        </message>
        <message>
            <source>&amp;Compare…</source>
            <translation>&amp;Comparar…</translation>
        </message>
        <message>
            <source>What is new, missing or changed compared with a reference or an older map</source>
            <translation>O que é novo, está ausente ou foi alterado em relação a uma referência ou a um mapa mais antigo</translation>
        </message>
        <message>
            <source>W&amp;here to label next</source>
            <translation>Onde rotular a se&amp;guir</translation>
        </message>
        <message>
            <source>Adds the blocks in which the model is least certain to the map</source>
            <translation>Adiciona ao mapa os blocos em que o modelo tem menos certeza</translation>
        </message>
        <message>
            <source>Show from co&amp;nfidence</source>
            <translation>Mostrar a partir da co&amp;nfiança</translation>
        </message>
        <message>
            <source>The layer of this result was removed.</source>
            <translation>A camada deste resultado foi removida.</translation>
        </message>
        <message>
            <source>A file of this result no longer exists; run the extraction again: {}</source>
            <translation>Um arquivo deste resultado não existe mais; execute a extração novamente: {}</translation>
        </message>
        <message>
            <source>The probabilities no longer exist; run the extraction again: {}</source>
            <translation>As probabilidades não existem mais; execute a extração novamente: {}</translation>
        </message>
        <message>
            <source>“{}” was edited after it was outlined. Outline it again and discard these edits?</source>
            <translation>“{}” foi editada depois de vetorizada. Vetorizá-la novamente e descartar essas edições?</translation>
        </message>
        <message>
            <source>Discard edits?</source>
            <translation>Descartar as edições?</translation>
        </message>
    </context>
    <context>
        <name>ResumeOffers</name>
        <message>
            <source>{} runs were interrupted.</source>
            <translation>{} execuções foram interrompidas.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>The extraction from “{}” was interrupted.</source>
            <translation>A extração de “{}” foi interrompida.</translation>
        </message>
        <message>
            <source>The fine-tuning of “{}” was interrupted.</source>
            <translation>O ajuste fino de “{}” foi interrompido.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Retomar</translation>
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
            <translation>O campo “review” da camada “{}” é virtual ou vem de uma união e não pode guardar decisões; renomeie-o ou dê um prefixo à união.</translation>
        </message>
        <message>
            <source>The field “review” of the layer “{}” cannot store decisions, which are texts of up to {} letters; rename that field.</source>
            <translation>O campo “review” da camada “{}” não pode guardar decisões, que são textos de até {} letras; renomeie esse campo.</translation>
        </message>
        <message>
            <source>Choose the layer whose footprints you want to go through.</source>
            <translation>Escolha a camada cujos contornos deseja percorrer.</translation>
        </message>
        <message>
            <source>This layer has no footprints.</source>
            <translation>Esta camada não tem contornos.</translation>
        </message>
        <message>
            <source>{:,} skipped, without a decision.</source>
            <translation>{:,} pulados, sem decisão.</translation>
        </message>
        <message>
            <source>Go through them</source>
            <translation>Percorrê-los</translation>
        </message>
        <message>
            <source>No footprint is marked for later.</source>
            <translation>Nenhum contorno está marcado para depois.</translation>
        </message>
        <message>
            <source>All footprints are reviewed: {:,} accepted, {:,} marked for later, {:,} deleted.</source>
            <translation>Todos os contornos foram revisados: {:,} aceitos, {:,} marcados para depois, {:,} excluídos.</translation>
        </message>
        <message>
            <source>&lt;b&gt;accepted&lt;/b&gt;</source>
            <translation>&lt;b&gt;aceito&lt;/b&gt;</translation>
        </message>
        <message>
            <source>&lt;b&gt;marked for later&lt;/b&gt;</source>
            <translation>&lt;b&gt;marcado para depois&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Confidence {:.0%}</source>
            <translation>Confiança {:.0%}</translation>
        </message>
        <message>
            <source>{:,.0f} m²</source>
            <translation>{:,.0f} m²</translation>
        </message>
        <message>
            <source>{:.0%} with optical</source>
            <translation>{:.0%} com imagem óptica</translation>
        </message>
        <message>
            <source>no outline; delete it</source>
            <translation>sem geometria; exclua-o</translation>
        </message>
        <message>
            <source>Footprint {}</source>
            <translation>Contorno {}</translation>
        </message>
        <message>
            <source>No other footprint touches this one; select those that belong to it, then join them.</source>
            <translation>Nenhum outro contorno toca este; selecione os que pertencem a ele e depois una-os.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited with QGIS’s tools here.</source>
            <translation>A camada “{}” não pode ser editada aqui com as ferramentas do QGIS.</translation>
        </message>
        <message>
            <source>Accept footprint</source>
            <translation>Aceitar contorno</translation>
        </message>
        <message>
            <source>Mark footprint for later</source>
            <translation>Marcar contorno para depois</translation>
        </message>
        <message>
            <source>Delete footprint</source>
            <translation>Excluir contorno</translation>
        </message>
        <message>
            <source>Nothing was squared: the angles are right already, or far from right.</source>
            <translation>Nada foi esquadrado: os ângulos já são retos ou estão longe de ser.</translation>
        </message>
        <message>
            <source>Square footprint</source>
            <translation>Esquadrar contorno</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” no longer exists; decide on the next.</source>
            <translation>Este contorno da camada “{}” não existe mais; decida sobre o próximo.</translation>
        </message>
        <message>
            <source>This footprint of the layer “{}” is new; save the layer, then decide.</source>
            <translation>Este contorno da camada “{}” é novo; salve a camada e depois decida.</translation>
        </message>
        <message>
            <source>The layer “{}” cannot be edited here; export it as a GeoPackage (Export &gt; Save Features As…) and review that.</source>
            <translation>A camada “{}” não pode ser editada aqui; exporte-a como GeoPackage (Exportar &gt; Salvar feições como…) e revise esse arquivo.</translation>
        </message>
    </context>
    <context>
        <name>ReviewDock</name>
        <message>
            <source>Review footprints</source>
            <translation>Revisar contornos</translation>
        </message>
        <message>
            <source>Choose a layer of footprints…</source>
            <translation>Escolha uma camada de contornos…</translation>
        </message>
        <message>
            <source>Decisions are stored in the field “review”</source>
            <translation>As decisões são guardadas no campo “review”</translation>
        </message>
        <message>
            <source>Which footprints to go through</source>
            <translation>Quais contornos percorrer</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Salvar</translation>
        </message>
        <message>
            <source>Save the edits of the layer</source>
            <translation>Salvar as edições da camada</translation>
        </message>
        <message>
            <source>Use as &amp;labels for fine-tuning…</source>
            <translation>Usar como &amp;rótulos para o ajuste fino…</translation>
        </message>
        <message>
            <source>; Ctrl+Z undoes it</source>
            <translation>; Ctrl+Z desfaz</translation>
        </message>
        <message>
            <source>Accept (A)</source>
            <translation>Aceitar (A)</translation>
        </message>
        <message>
            <source>It is a building, and its outline is good</source>
            <translation>É uma edificação e o seu contorno é bom</translation>
        </message>
        <message>
            <source>Delete (D)</source>
            <translation>Excluir (D)</translation>
        </message>
        <message>
            <source>Remove it from the layer</source>
            <translation>Remover da camada</translation>
        </message>
        <message>
            <source>Mark for later (M)</source>
            <translation>Marcar para depois (M)</translation>
        </message>
        <message>
            <source>Keep it for a second look</source>
            <translation>Manter para olhar de novo</translation>
        </message>
        <message>
            <source>Back (B)</source>
            <translation>Voltar (B)</translation>
        </message>
        <message>
            <source>The footprint before this one</source>
            <translation>O contorno anterior a este</translation>
        </message>
        <message>
            <source>Skip (N)</source>
            <translation>Pular (N)</translation>
        </message>
        <message>
            <source>The next footprint, without a decision on this one</source>
            <translation>O próximo contorno, sem decidir sobre este</translation>
        </message>
        <message>
            <source>La&amp;yer</source>
            <translation>Ca&amp;mada</translation>
        </message>
        <message>
            <source>S&amp;how</source>
            <translation>Mos&amp;trar</translation>
        </message>
        <message>
            <source>“{}” cannot be saved ({}); close other programs that use the file, and save again.</source>
            <translation>Não é possível salvar “{}” ({}); feche outros programas que usam o arquivo e salve novamente.</translation>
        </message>
        <message>
            <source>“{}” has unsaved edits; save them, then use the layer as labels.</source>
            <translation>“{}” tem edições não salvas; salve-as e depois use a camada como rótulos.</translation>
        </message>
        <message>
            <source>Not yet reviewed ({:,})</source>
            <translation>Ainda não revisados ({:,})</translation>
        </message>
        <message>
            <source>Marked for later ({:,})</source>
            <translation>Marcados para depois ({:,})</translation>
        </message>
        <message>
            <source>{:,} of {:,} reviewed, {:,} deleted</source>
            <translation>Revisados: {:,} de {:,}, excluídos: {:,}</translation>
        </message>
    </context>
    <context>
        <name>Run</name>
        <message>
            <source>it cannot be locked</source>
            <translation>não pode ser bloqueada</translation>
        </message>
        <message>
            <source>The folder cannot be written ({}); free up space or get permission to write to it: {}</source>
            <translation>Não é possível gravar na pasta ({}); libere espaço ou obtenha permissão para gravar nela: {}</translation>
        </message>
    </context>
    <context>
        <name>RunAgainAction</name>
        <message>
            <source>Run again with other settings…</source>
            <translation>Executar novamente com outras configurações…</translation>
        </message>
    </context>
    <context>
        <name>SarInput</name>
        <message>
            <source>The SAR bands, in the order of files and bands</source>
            <translation>As bandas SAR, na ordem dos arquivos e das bandas</translation>
        </message>
        <message>
            <source>The scale of the SAR values</source>
            <translation>A escala dos valores SAR</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Lendo…</translation>
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
            <translation>Escolha uma camada…</translation>
        </message>
        <message>
            <source>SAR raster, with one band for each polarisation</source>
            <translation>Raster SAR, com uma banda por polarização</translation>
        </message>
        <message>
            <source>Add a polarisation from a separate file</source>
            <translation>Adicionar uma polarização de um arquivo separado</translation>
        </message>
        <message>
            <source>SAR raster of another polarisation</source>
            <translation>Raster SAR de outra polarização</translation>
        </message>
        <message>
            <source>Remove this polarisation</source>
            <translation>Remover esta polarização</translation>
        </message>
    </context>
    <context>
        <name>SceneSelection</name>
        <message>
            <source>A file of the scene no longer exists; choose another layer: {}</source>
            <translation>Um arquivo da cena não existe mais; escolha outra camada: {}</translation>
        </message>
        <message>
            <source>Choose a SAR layer.</source>
            <translation>Escolha uma camada SAR.</translation>
        </message>
        <message>
            <source>Add a SAR raster to the project first.</source>
            <translation>Primeiro adicione um raster SAR ao projeto.</translation>
        </message>
    </context>
    <context>
        <name>SelfTest</name>
        <message>
            <source>It works: {} ({}), {:.2f} s for a tile of 512 px.</source>
            <translation>Funciona: {} ({}), {:.2f} s para um bloco de 512 px.</translation>
        </message>
        <message>
            <source>no NVIDIA GPU</source>
            <translation>sem GPU NVIDIA</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Testando</translation>
        </message>
        <message>
            <source>PyTorch uses the CPU although there is an NVIDIA driver ({}); update the driver, or remove the environment and install it again.</source>
            <translation>O PyTorch usa a CPU embora haja um driver NVIDIA ({}); atualize o driver, ou remova o ambiente e instale-o novamente.</translation>
        </message>
    </context>
    <context>
        <name>Stall</name>
        <message>
            <source>End the worker</source>
            <translation>Encerrar o processo de trabalho</translation>
        </message>
    </context>
    <context>
        <name>Styles</name>
        <message>
            <source>held out for validation</source>
            <translation>reservado para validação</translation>
        </message>
        <message>
            <source>used for training</source>
            <translation>usado para treinamento</translation>
        </message>
        <message>
            <source>block [% to_int("number") %], [% if("role" = 'validation', 'held out for validation', 'used for training') %]</source>
            <translation>bloco [% to_int("number") %], [% if("role" = 'validation', 'reservado para validação', 'usado para treinamento') %]</translation>
        </message>
        <message>
            <source>matched</source>
            <translation>correspondente</translation>
        </message>
        <message>
            <source>changed outline or place</source>
            <translation>contorno ou posição alterados</translation>
        </message>
        <message>
            <source>new</source>
            <translation>novo</translation>
        </message>
        <message>
            <source>new, covered by reference</source>
            <translation>novo, coberto pela referência</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>ausente</translation>
        </message>
        <message>
            <source>missing, covered by layer</source>
            <translation>ausente, coberto pela camada</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;moved by [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;IoU [% format_number("iou", 2) %]&lt;br&gt;deslocado em [% coalesce(format_number("shift_m", 1), '–') %] m&lt;br&gt;confiança [% coalesce(format_number(100 * "confidence", 0), '–') %]%</translation>
        </message>
        <message>
            <source>low confidence (up to 50%)</source>
            <translation>confiança baixa (até 50%)</translation>
        </message>
        <message>
            <source>medium (50 to 70%)</source>
            <translation>média (50 a 70%)</translation>
        </message>
        <message>
            <source>high (above 70%)</source>
            <translation>alta (acima de 70%)</translation>
        </message>
        <message>
            <source>accepted in a review</source>
            <translation>aceito em uma revisão</translation>
        </message>
        <message>
            <source>marked for later</source>
            <translation>marcado para depois</translation>
        </message>
        <message>
            <source>without confidence</source>
            <translation>sem confiança</translation>
        </message>
        <message>
            <source>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confidence [% coalesce(format_number(100 * "confidence", 0), '–') %]%</source>
            <translation>&lt;b&gt;[% format_number("area_m2", 0) %] m²&lt;/b&gt;&lt;br&gt;confiança [% coalesce(format_number(100 * "confidence", 0), '–') %]%</translation>
        </message>
    </context>
    <context>
        <name>ThresholdChange</name>
        <message>
            <source>Looking for edits in “{}”</source>
            <translation>Procurando edições em “{}”</translation>
        </message>
        <message>
            <source>Writing “{}”</source>
            <translation>Gravando “{}”</translation>
        </message>
        <message>
            <source>{:,} footprint at the threshold {:.2f}.</source>
            <translation>{:,} contorno com o limiar {:.2f}.</translation>
        </message>
        <message>
            <source>{:,} footprints at the threshold {:.2f}.</source>
            <translation>{:,} contornos com o limiar {:.2f}.</translation>
        </message>
    </context>
    <context>
        <name>TrainingBox</name>
        <message>
            <source>Advanced</source>
            <translation>Avançado</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Higher values learn faster, but forget more of the base model</source>
            <translation>Com valores maiores aprende mais rápido, mas esquece mais do modelo base</translation>
        </message>
        <message>
            <source>Temperature T of the paper: higher values give more weight to pixels where the optical branch is uncertain</source>
            <translation>Temperatura T do artigo: valores maiores dão mais peso aos pixels onde o ramo óptico é incerto</translation>
        </message>
        <message>
            <source>λ of MSAL in the paper: higher values align SAR features more closely with optical ones; outlines count less</source>
            <translation>λ de MSAL no artigo: valores maiores alinham mais as características SAR com as ópticas; os contornos contam menos</translation>
        </message>
        <message>
            <source>λ of MFAL in the paper: higher values align predictions from SAR alone more closely with those with optical; outlines count less</source>
            <translation>λ de MFAL no artigo: valores maiores alinham mais as predições de somente SAR com as que usam a imagem óptica; os contornos contam menos</translation>
        </message>
        <message>
            <source>&amp;Keep the optical branch</source>
            <translation>Manter o ramo ó&amp;ptico</translation>
        </message>
        <message>
            <source>Frozen teacher in the paper: the optical branch stays that of the base model; useful if the optical image is poor</source>
            <translation>Professor congelado (frozen teacher) no artigo: o ramo óptico continua sendo o do modelo base; útil se a imagem óptica for ruim</translation>
        </message>
        <message>
            <source>Crops per step; higher values make training steadier, but need more time and memory</source>
            <translation>Recortes por passo; valores maiores tornam o treinamento mais estável, mas exigem mais tempo e memória</translation>
        </message>
        <message>
            <source>Determines the validation blocks and the order of the crops</source>
            <translation>Determina os blocos de validação e a ordem dos recortes</translation>
        </message>
        <message>
            <source>&amp;Polarisations</source>
            <translation>P&amp;olarizações</translation>
        </message>
        <message>
            <source>SAR &amp;values</source>
            <translation>&amp;Valores SAR</translation>
        </message>
        <message>
            <source>Learn&amp;ing rate</source>
            <translation>Ta&amp;xa de aprendizado</translation>
        </message>
        <message>
            <source>Weight of &amp;uncertain pixels</source>
            <translation>Peso dos pixels &amp;incertos</translation>
        </message>
        <message>
            <source>Alignment of &amp;features</source>
            <translation>Alinhamento de &amp;características</translation>
        </message>
        <message>
            <source>Ali&amp;gnment of predictions</source>
            <translation>Alin&amp;hamento de predições</translation>
        </message>
        <message>
            <source>Bat&amp;ch</source>
            <translation>&amp;Lote</translation>
        </message>
        <message>
            <source>Rando&amp;m seed</source>
            <translation>Se&amp;mente aleatória</translation>
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
            <translation>Escolhe-o na página Extrair</translation>
        </message>
        <message>
            <source>&amp;Keep base model</source>
            <translation>&amp;Manter o modelo base</translation>
        </message>
        <message>
            <source>Deletes the new model</source>
            <translation>Exclui o novo modelo</translation>
        </message>
        <message>
            <source>Open re&amp;port</source>
            <translation>Abrir &amp;relatório</translation>
        </message>
        <message>
            <source>&amp;New fine-tuning</source>
            <translation>&amp;Novo ajuste fino</translation>
        </message>
        <message>
            <source>The training ended after all {steps} steps.</source>
            <translation>O treinamento terminou após todos os passos ({steps}).</translation>
        </message>
        <message>
            <source>The training ended after {steps} steps, because the model no longer improved.</source>
            <translation>O treinamento terminou após {steps} passos porque o modelo não melhorava mais.</translation>
        </message>
        <message>
            <source>You stopped the training after {steps} steps.</source>
            <translation>Você interrompeu o treinamento após {steps} passos.</translation>
        </message>
        <message>
            <source>The new model is that of step {}, the best one.</source>
            <translation>O novo modelo é o do passo {}, o melhor.</translation>
        </message>
        <message>
            <source>The labels come from the optical image: the figures compare the predictions from SAR alone with those of the base model with optical, not with the truth.</source>
            <translation>Os rótulos vêm da imagem óptica: os números comparam as predições de somente SAR com as do modelo base com imagem óptica, não com a realidade.</translation>
        </message>
        <message>
            <source>Validation blocks, which are on the map: {:,}; buildings in them: {:,}.</source>
            <translation>Blocos de validação, que estão no mapa: {:,}; edificações neles: {:,}.</translation>
        </message>
        <message>
            <source>SAR alone</source>
            <translation>Somente SAR</translation>
        </message>
        <message>
            <source>With optical</source>
            <translation>Com imagem óptica</translation>
        </message>
        <message>
            <source>Base model</source>
            <translation>Modelo base</translation>
        </message>
        <message>
            <source>Base model with its threshold chosen here</source>
            <translation>Modelo base com o limiar escolhido aqui</translation>
        </message>
        <message>
            <source>New model</source>
            <translation>Novo modelo</translation>
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
            <translation>Erro de calibração</translation>
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
            <translation>Rótulos</translation>
        </message>
        <message>
            <source>Prediction</source>
            <translation>Predição</translation>
        </message>
        <message>
            <source>The first pictures appear after the first validation.
You can close this panel; the fine-tuning continues.</source>
            <translation>As primeiras imagens aparecem após a primeira validação.
Você pode fechar este painel; o ajuste fino continua.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pausar</translation>
        </message>
        <message>
            <source>&amp;Stop and keep best</source>
            <translation>Parar e &amp;manter o melhor</translation>
        </message>
        <message>
            <source>Ends the training now and keeps the best model so far</source>
            <translation>Encerra o treinamento agora e mantém o melhor modelo até o momento</translation>
        </message>
        <message>
            <source>Canc&amp;el</source>
            <translation>Canc&amp;elar</translation>
        </message>
        <message>
            <source>Open &amp;log</source>
            <translation>Abrir lo&amp;g</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Retomar</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>&amp;Descartar</translation>
        </message>
        <message>
            <source>All training so far will be lost</source>
            <translation>Todo o treinamento feito até agora será perdido</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Step {:.0f} of {:.0f}</source>
            <translation>Passo {:.0f} de {:.0f}</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>Em pausa.</translation>
        </message>
        <message>
            <source>Resuming…</source>
            <translation>Retomando…</translation>
        </message>
        <message>
            <source>Finishing with the best model so far…</source>
            <translation>Finalizando com o melhor modelo até o momento…</translation>
        </message>
    </context>
    <context>
        <name>Watchdog</name>
        <message>
            <source>The worker has not answered for {} s. It is ended if it does not answer within {} min.</source>
            <translation>O processo de trabalho não responde há {} s. Será encerrado se não responder em {} min.</translation>
        </message>
    </context>
    <context>
        <name>WorkerLaunch</name>
        <message>
            <source>The log folder cannot be written ({}): {}</source>
            <translation>Não é possível gravar na pasta de logs ({}): {}</translation>
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
            <translation>Não é possível ler a resposta do processo de trabalho; consulte o log.</translation>
        </message>
        <message>
            <source>The worker cannot be started; see the log.</source>
            <translation>Não é possível iniciar o processo de trabalho; consulte o log.</translation>
        </message>
        <message>
            <source>The worker did not answer and was ended; start again.</source>
            <translation>O processo de trabalho não respondeu e foi encerrado; inicie novamente.</translation>
        </message>
        <message>
            <source>The worker ended unexpectedly ({}); see the log.</source>
            <translation>O processo de trabalho terminou inesperadamente ({}); consulte o log.</translation>
        </message>
        <message>
            <source>Waiting for the job before it…</source>
            <translation>Aguardando a tarefa anterior…</translation>
        </message>
        <message>
            <source>Checking the Python environment…</source>
            <translation>Verificando o ambiente Python…</translation>
        </message>
        <message>
            <source>Loading PyTorch…</source>
            <translation>Carregando o PyTorch…</translation>
        </message>
    </context>
</TS>

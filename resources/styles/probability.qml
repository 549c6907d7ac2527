<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
  <pipe>
    <rasterrenderer nodataColor="" alphaBand="-1" band="1" classificationMax="1" opacity="1" type="singlebandpseudocolor" classificationMin="0">
      <rastershader>
        <colorrampshader maximumValue="1" minimumValue="0" classificationMode="1" clip="0" colorRampType="INTERPOLATED" labelPrecision="2">
          <colorramp name="[source]" type="gradient">
            <Option type="Map">
              <Option value="253,224,139,0" name="color1" type="QString"/>
              <Option value="140,10,50,235" name="color2" type="QString"/>
              <Option value="0" name="discrete" type="QString"/>
              <Option value="gradient" name="rampType" type="QString"/>
              <Option value="0.25;253,224,139,110:0.5;244,137,70,190:0.75;215,48,39,220" name="stops" type="QString"/>
            </Option>
          </colorramp>
          <item label="0" value="0" color="#fde08b" alpha="0"/>
          <item label="0.25" value="0.25" color="#fde08b" alpha="110"/>
          <item label="0.5" value="0.5" color="#f48946" alpha="190"/>
          <item label="0.75" value="0.75" color="#d73027" alpha="220"/>
          <item label="1" value="1" color="#8c0a32" alpha="235"/>
          <rampLegendSettings suffix="" orientation="2" minimumLabel="" useContinuousLegend="1" maximumLabel="" direction="0" prefix="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option value="" name="decimal_separator" type="QChar"/>
                <Option value="2" name="decimals" type="int"/>
                <Option value="0" name="rounding_type" type="int"/>
                <Option value="false" name="show_plus" type="bool"/>
                <Option value="true" name="show_thousand_separator" type="bool"/>
                <Option value="false" name="show_trailing_zeros" type="bool"/>
                <Option value="" name="thousand_separator" type="QChar"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
